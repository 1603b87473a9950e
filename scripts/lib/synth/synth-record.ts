import { createHash } from 'node:crypto';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import type { Project } from '../../../src/schema/project.ts';
import type { Region } from '../../../src/schema/region.ts';
import type { TableSet } from '../../../src/schema/table-set.ts';
import type { Unit } from '../../../src/schema/unit.ts';
import type { BudgetDraft, ProjectDraft } from './budget-draft.ts';
import { createRandom, type Random } from './random.ts';
import { synthForm } from './synth-forms.ts';
import { synthKeyFacts } from './synth-key-facts.ts';
import { synthTables } from './synth-tables.ts';
import { LineCounter } from './table-writer.ts';
import { bureaus, projectPrefixes, type Bureau } from './vocabulary.ts';

/** Years each example unit has, oldest first. */
export const synthYears = [2021, 2022, 2023, 2024, 2025] as const;

/** Which region, bureau and year the i-th example unit-year is. */
export interface SynthSlot {
  readonly region: Region;
  readonly bureau: Bureau;
  /** 0 for the first unit of that bureau in the region, then 1, 2, … */
  readonly series: number;
  readonly year: number;
}

/** The slot of the i-th unit-year: years first, then regions, then bureaus, so that regions fill evenly. */
export function slotOf(index: number, regions: readonly Region[]): SynthSlot {
  const unit = Math.floor(index / synthYears.length);
  const region = regions[unit % regions.length];
  const round = Math.floor(unit / regions.length);
  const bureau = bureaus[round % bureaus.length];
  const year = synthYears[index % synthYears.length];
  if (region === undefined || bureau === undefined || year === undefined)
    throw new Error('Unexpected empty register, expected regions');
  return { region, bureau, series: Math.floor(round / bureaus.length), year };
}

const seriesName = (series: number): string => (series === 0 ? '' : `第${series + 1}分局`);

/** The example unit of a slot; its name says that it is an example. */
export function unitOf({ region, bureau, series }: SynthSlot): Unit {
  const name = `${region.name}${bureau.name}${seriesName(series)}（示例）`;
  return {
    id: `${region.code}-shili-${bureau.slug}${series === 0 ? '' : `-${series + 1}`}`,
    name,
    regionCode: region.code,
    names: [{ name, from: synthYears[0], to: null }],
    supervisingDepartment: null,
    level: 'unit',
    includedIn: null,
    pinyin: 'shi li',
  };
}

/** The figures of an example and the stream that its forms are drawn from. */
interface Drawn {
  readonly draft: BudgetDraft;
  readonly random: Random;
  readonly digest: Buffer;
}

const recordId = (slot: SynthSlot): string => `${unitOf(slot).id}-${slot.year}-budget`;

function drawDraft(slot: SynthSlot, seed: number): Drawn {
  const digest = createHash('sha256')
    .update(`${seed} ${recordId(slot)}`)
    .digest();
  const random = createRandom(digest.readUInt32LE(0));
  return { draft: draftOf(slot, random), random, digest };
}

function draftOf(slot: SynthSlot, random: Random): BudgetDraft {
  const names = slot.bureau.projects.flatMap((about) =>
    projectPrefixes.map((prefix) => ({ about, name: `${prefix}${about}` })),
  );
  const projects = (low: number, high: number): ProjectDraft[] =>
    random.sample(names, random.integer(low, high)).map(({ about, name }) => ({
      about,
      name: `${random.chance(0.5) ? `${slot.year}年` : ''}${name}`,
      amount: random.integer(1, 60_000) * (random.chance(0.3) ? 1 : 10),
    }));
  return {
    unitName: unitOf(slot).name,
    bureau: slot.bureau,
    year: slot.year,
    basic: random.integer(8_000, 90_000),
    current: projects(4, 16),
    carryover: projects(0, 8),
    planted: random.chance(0.05) ? random.integer(100, 20_000) : 0,
  };
}

/** The forms of all projects of the year, and of the first of those that are carried over. */
const withForm = ({ current, carryover }: BudgetDraft): ProjectDraft[] => [
  ...current,
  ...carryover.slice(0, 1),
];

/** One internally consistent example record; about one in twenty has a planted difference. */
export function synthRecord(slot: SynthSlot, seed: number, tableSet: TableSet): Disclosure {
  const unit = unitOf(slot);
  const { draft, random, digest } = drawDraft(slot, seed);
  const isFirst = slot.year === synthYears[0];
  const before = isFirst ? null : drawDraft({ ...slot, year: slot.year - 1 }, seed).draft;
  const counter = new LineCounter();
  const tables = synthTables(draft, tableSet.tables, counter);
  const keyFacts = synthKeyFacts(draft, before, counter);
  const forms = withForm(draft).map((project, i) =>
    synthForm(i + 1, project, { unitName: unit.name, year: slot.year, random, counter }),
  );
  return {
    schemaVersion: 1,
    id: recordId(slot),
    unitId: unit.id,
    unitName: unit.name,
    regionCode: slot.region.code,
    year: slot.year,
    kind: 'budget',
    tableSet: tableSet.id,
    supervisingDepartment: { code: '900', name: unit.name },
    source: {
      file: `示例-${recordId(slot)}.txt`,
      title: `${unit.name}${slot.year}年度单位预算公开`,
      mediaType: 'text/plain',
      sha256: digest.toString('hex'),
      bytes: counter.lines * 40,
      lines: counter.lines,
      publisher: null,
      url: null,
      fetchedOn: null,
      note: '示例数据，由程序按种子生成，不是任何单位的预算。',
    },
    tables,
    missingTables: [],
    projects: projectsOf(draft),
    forms,
    keyFacts,
    corrections: [],
    gaps: [],
    dropped: { handlers: forms.length, telephones: forms.length, idNumbers: 0 },
  };
}

function projectsOf(draft: BudgetDraft): Project[] {
  const forms = withForm(draft).length;
  return [...draft.current, ...draft.carryover].map(({ name }, i) => {
    const isCurrent = i < draft.current.length;
    const form = i < forms ? i + 1 : null;
    return {
      n: i + 1,
      slug: `shili-${i + 1}`,
      name,
      formName: form === null ? null : name,
      phase: isCurrent ? 'current' : 'carryover',
      tableId: isCurrent ? 'projects-current' : 'projects-carryover',
      row: (isCurrent ? i : i - draft.current.length) + 2,
      form,
      link: form === null ? null : 'same-name',
      subjectCode: null,
    };
  });
}
