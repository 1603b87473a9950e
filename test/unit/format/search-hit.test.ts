import { describe, expect, test } from 'vitest';
import { hitPath, hitRecordId } from '../../../src/format/search-hit.ts';
import { exampleEntry, exampleHit } from '../../support/example-hit.ts';

const id = '990101-shilidanwei';

describe('hitPath and hitRecordId', () => {
  test.each([
    [
      'project',
      exampleHit({ n: 3 }),
      `${id}-2024-budget-p3`,
      `/units/${id}/2024/#project-3-shilixiangmu`,
    ],
    [
      'indicator',
      exampleHit({ kind: 'indicator', n: 3, indicator: 7 }),
      `${id}-2024-budget-p3`,
      `/units/${id}/2024/#project-3-i7`,
    ],
    [
      'line',
      exampleHit({ kind: 'line', n: 5, tableId: 'revenue-by-subject' }),
      `${id}-2024-budget/revenue-by-subject/5`,
      `/units/${id}/2024/#revenue-by-subject-r5`,
    ],
    [
      'project of final accounts',
      exampleHit({ entry: exampleEntry({ kind: 'final-accounts' }) }),
      `${id}-2024-final-accounts-p1`,
      `/units/${id}/2024/#final-accounts-project-1-shilixiangmu`,
    ],
    ['unit', exampleHit({ kind: 'unit', entry: null, entity: id }), id, `/units/${id}/`],
    [
      'subject',
      exampleHit({ kind: 'subject', entry: null, entity: '208' }),
      '208',
      '/subjects/208/',
    ],
    [
      'document',
      exampleHit({ kind: 'document', entry: null, entity: 'd-1' }),
      'd-1',
      '/documents/d-1/',
    ],
  ])('%s', (_, hit, record, path) => {
    expect([hitRecordId(hit), hitPath(hit)]).toEqual([record, path]);
  });
});
