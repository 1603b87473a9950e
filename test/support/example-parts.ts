import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DirectoryEntry,
  EntityRecord,
  SearchRecord,
  UnitYearRecord,
} from '../../src/format/search-record.ts';
import { joinIndexes } from '../../scripts/lib/join-search.ts';
import type { BuiltPart } from '../../scripts/lib/join-search-names.ts';
import { inSearchFolder } from '../../scripts/lib/search-place.ts';
import { searchFolder } from '../../scripts/lib/open-part-search.ts';
import { closeEngine } from '../../scripts/lib/search-engine-files.ts';
import { writeSearchPart } from '../../scripts/lib/write-search-part.ts';
import { exampleEntry } from './example-hit.ts';

/** A project of our own making, in the first unit-year of its part. */
export const exampleProjectRecord = (
  name: string,
  record: Partial<UnitYearRecord> = {},
): UnitYearRecord => ({
  kind: 'project',
  fields: [name],
  unitYear: 0,
  n: 1,
  indicator: 0,
  slug: 'shilixiangmu',
  phase: 'current',
  subject: '2080799',
  funds: 1,
  tableId: 'projects-current',
  column: 'total',
  amountFen: 1_000_000,
  project: '',
  levels: '',
  ...record,
});

/** One part of an example index. */
export interface ExamplePart {
  readonly id: string;
  readonly directory: readonly DirectoryEntry[];
  readonly records: readonly SearchRecord[];
}

const inPlace = (regionCode: string, year: number): DirectoryEntry[] => [
  exampleEntry({
    unitId: `${regionCode}-shilidanwei`,
    unitName: `示例单位${regionCode}`,
    regionCode,
    year,
  }),
];

/** Four parts of two provinces and two years; 灯会 is in three of them, 渡口 in one, 天文台 in none. */
export const exampleParts: readonly ExamplePart[] = [
  {
    id: '98-2023',
    directory: inPlace('980101', 2023),
    records: [exampleProjectRecord('示例渡口修缮')],
  },
  {
    id: '98-2024',
    directory: inPlace('980101', 2024),
    records: [exampleProjectRecord('示例灯会', { amountFen: 500 })],
  },
  {
    id: '99-2023',
    directory: inPlace('990101', 2023),
    records: [
      exampleProjectRecord('示例灯会经费', { amountFen: 900 }),
      exampleProjectRecord('示例灯会安保', { n: 2, amountFen: null }),
    ],
  },
  {
    id: '99-2024',
    directory: inPlace('990101', 2024),
    records: [exampleProjectRecord('示例灯会经费', { amountFen: 700 })],
  },
];

/** Units and a subject above the example parts. */
export const exampleEntities: readonly EntityRecord[] = [
  ...['980101', '990101'].map((code) => ({
    kind: 'unit' as const,
    fields: [`示例单位${code}`],
    id: `${code}-shilidanwei`,
    regions: [code],
    years: [2023, 2024],
    count: 2,
  })),
  { kind: 'subject', fields: ['示例就业', '20807'], id: '20807', regions: [], years: [], count: 4 },
];

/** Regions of the example parts: code, name, code above. */
export const exampleRegions = [
  ['980000', '示例东省', ''],
  ['980100', '示例东市', '980000'],
  ['980101', '示例东县', '980100'],
  ['990000', '示例西省', ''],
  ['990100', '示例西市', '990000'],
  ['990101', '示例西县', '990100'],
] as const;

/** One syllable for each character, always the same. */
export const exampleSyllables = (name: string): string[] => Array.from(name, () => 'shi');

/** Writes the index of parts into a folder, as a build of an archive does. */
export async function writeExampleIndex(
  folder: string,
  parts: readonly ExamplePart[] = exampleParts,
): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'example-parts-'));
  try {
    const built: BuiltPart[] = [];
    for (const { id, directory, records } of parts) {
      const place = join(own, id);
      const source = { directory, records, isDivided: true, readSyllables: exampleSyllables };
      await writeSearchPart(source, join(place, searchFolder));
      built.push({ id, folder: place });
    }
    const source = {
      entities: exampleEntities,
      regions: exampleRegions,
      subjects: [['20807', '示例就业'] as const],
      tables: [['projects-current', '表12 示例'] as const],
      readSyllables: exampleSyllables,
    };
    await inSearchFolder(folder, async (place) => joinIndexes(built, source, place));
  } finally {
    rmSync(own, { recursive: true, force: true });
    await closeEngine();
  }
}
