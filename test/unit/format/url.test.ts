import { describe, expect, test } from 'vitest';
import {
  disclosureFolder,
  disclosurePath,
  kindParameter,
  projectPath,
  rowPath,
  versionPath,
} from '../../../src/format/url.ts';

const budget = { unitId: '990101-shili', year: 2024, kind: 'budget' } as const;
const accounts = { ...budget, kind: 'final-accounts' } as const;

describe('the addresses of a budget and the final accounts of the same unit and year', () => {
  test.each([
    ['page', disclosurePath(budget), disclosurePath(accounts), '', '#final-accounts'],
    [
      'findings',
      disclosurePath(budget, 'findings'),
      disclosurePath(accounts, 'findings'),
      '#findings',
      '#final-accounts-findings',
    ],
    [
      'project',
      projectPath(budget, 3, 'shili'),
      projectPath(accounts, 3, 'shili'),
      '#project-3-shili',
      '#final-accounts-project-3-shili',
    ],
    [
      'row',
      rowPath(budget, 'table', 5),
      rowPath(accounts, 'table', 5),
      '#table-r5',
      '#final-accounts-table-r5',
    ],
    ['files', disclosureFolder(budget), disclosureFolder(accounts), '', 'final-accounts/'],
    ['version', versionPath(budget, 1), versionPath(accounts, 1), 'v1/', 'final-accounts/v1/'],
  ])('%s: one page, other anchors and folders', (_, ofBudget, ofAccounts, own, other) => {
    expect([ofBudget, ofAccounts]).toEqual([
      `/units/990101-shili/2024/${own}`,
      `/units/990101-shili/2024/${other}`,
    ]);
  });

  test('the route has a part for final accounts alone', () => {
    expect([kindParameter('budget'), kindParameter('final-accounts')]).toEqual([
      undefined,
      'final-accounts',
    ]);
  });
});
