import { describe, expect, test } from 'vitest';
import { prepareBlocks } from '../../../src/archive/search-blocks.ts';
import { hitsOf, openBlock } from '../../../src/format/search-block.ts';
import { hitRecordId } from '../../../src/format/search-hit.ts';
import { parseSearchQuery } from '../../../src/format/search-query.ts';
import type { DirectoryEntry, SearchRecord } from '../../../src/format/search-record.ts';
import { addTextWords } from '../../../src/format/search-tokens.ts';
import { normaliseFields } from '../../../src/format/search-text.ts';
import { synthesiseCorpus } from '../../../scripts/lib/bench-corpus.ts';
import { exampleEntry } from '../../support/example-hit.ts';

const region = (code: string) => ({
  code,
  name: `示例县${code.slice(4)}`,
  shortName: '示例',
  level: 'county' as const,
  parent: null,
  validFrom: null,
  validTo: null,
});
const corpus = synthesiseCorpus(3000, ['990101', '990102'].map(region));
const documents: SearchRecord[] = [
  {
    kind: 'document',
    fields: ['示例办法', '示函〔2023〕1号'],
    id: 'd-1',
    regions: ['990101'],
    years: [2023, 2024],
    count: 2,
  },
  { kind: 'subject', fields: ['就业补助', '20807'], id: '20807', regions: [], years: [], count: 3 },
];
const records = [...corpus.records, ...documents];

/** All records of the blocks, as the browser reads them. */
function readBack(directory: readonly DirectoryEntry[]): string[] {
  return [...prepareBlocks(records)].flatMap(({ block }, i) => {
    const opened = openBlock(String(i), JSON.parse(JSON.stringify(block)) as typeof block);
    const all = opened.fields.map((_, text) => text);
    const entryOf = (unitYear: number): DirectoryEntry => directory[unitYear] ?? exampleEntry();
    return [...hitsOf(opened, all, [parseSearchQuery('')], entryOf)].map((hit) =>
      JSON.stringify([
        hitRecordId({ ...hit, part: '' }),
        hit.kind,
        hit.fields,
        hit.indicator,
        hit.slug,
        hit.phase,
        hit.subject,
        hit.funds,
        hit.tableId,
        hit.column,
        hit.amountFen,
        hit.years,
        hit.count,
      ]),
    );
  });
}

describe('prepareBlocks', () => {
  test('every record comes back out of the blocks exactly once, with all that is shown of it', () => {
    const expected = records.map((record) => {
      if ('id' in record) {
        return JSON.stringify([
          record.id,
          record.kind,
          record.fields,
          0,
          '',
          'none',
          '',
          0,
          '',
          '',
          null,
          record.years,
          record.count,
        ]);
      }
      const entry = corpus.directory[record.unitYear] ?? exampleEntry();
      const disclosure = `${entry.unitId}-${entry.year}-budget`;
      const id =
        record.kind === 'line'
          ? `${disclosure}/${record.tableId}/${record.n}`
          : `${disclosure}-p${record.n}`;
      const { kind, fields, indicator, slug, phase, subject, funds, tableId, column, amountFen } =
        record;
      return JSON.stringify([
        id,
        kind,
        fields,
        indicator,
        slug,
        phase,
        subject,
        funds,
        tableId,
        column,
        amountFen,
        [entry.year],
        0,
      ]);
    });
    expect(readBack(corpus.directory).sort()).toEqual(expected.sort());
  });

  test('the words of a block are those of its texts', () => {
    for (const { content, block } of prepareBlocks(records)) {
      const words = new Set<string>();
      for (const text of block.texts) addTextWords(normaliseFields(text.split('\n')), words);
      expect(content.split(' ')).toEqual([...words].sort());
    }
  });

  test('blocks stay small and hold one kind each', () => {
    const limits = { texts: 20, records: 100 };
    for (const { block, context } of prepareBlocks(records, limits)) {
      expect(new Set(block.texts).size).toBeLessThanOrEqual(limits.texts);
      expect(context === null).toBe(block.kind !== 'indicator');
      if ('counts' in block && block.counts.length > 1) {
        expect(block.n.length).toBeLessThanOrEqual(limits.records);
      }
    }
  });

  test('the same records give the same blocks in whatever order they come', () => {
    const turned = [...records].reverse();
    expect(JSON.stringify([...prepareBlocks(turned)])).toBe(
      JSON.stringify([...prepareBlocks(records)]),
    );
  });
});
