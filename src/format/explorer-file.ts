import type { DirectoryEntry, SearchPhase } from './search-record.ts';
import { fundSources, searchPhases, type FundSource } from './search-record.ts';
import { normaliseFields } from './search-text.ts';
import { disclosureIdOf } from './search-hit.ts';
import { projectId } from './url.ts';

/** `/projects/data/index.json`: what the project explorer knows before it reads any project. */
export interface ExplorerManifest {
  readonly version: 1;
  /** Number of projects in the archive. */
  readonly projects: number;
  /** Files of projects, latest year first, then by division code. */
  readonly shards: readonly ExplorerShardEntry[];
  /** Regions with documents of themselves or below, in code order: code, name, code above or empty. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string])[];
  /** Functional subjects of the archive in code order. */
  readonly subjects: readonly (readonly [code: string, name: string])[];
  /** Years of the archive, ascending. */
  readonly years: readonly number[];
}

/** A file of projects: those of one year whose division codes lie between two, both included. */
export interface ExplorerShardEntry {
  /** File name without its extension; changes with the content. */
  readonly name: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly projects: number;
}

/** The money of a goal form that the explorer shows. */
export const explorerFormMoney = ['whole', 'year', 'central', 'provincial', 'local'] as const;

/** See {@link explorerFormMoney}. */
export type ExplorerFormMoney = (typeof explorerFormMoney)[number];

/** One project as its file holds it. Amounts in 分; null = blank, or no row or form. */
export interface ExplorerRow {
  /** Number of the project in its disclosure. */
  readonly n: number;
  readonly slug: string;
  readonly name: string;
  /** Name as the form prints it; null = no form or name lost. */
  readonly formName: string | null;
  readonly phase: SearchPhase;
  /** Functional subject; empty = the document does not say. */
  readonly subject: string;
  /** 合计 of its row. */
  readonly amountFen: number | null;
  readonly fundFens: Readonly<Record<FundSource, number | null>>;
  readonly formFens: Readonly<Record<ExplorerFormMoney, number | null>>;
  /** 项目属性 as the form prints it. */
  readonly attribute: string | null;
  /** Number of indicators, each span counted. */
  readonly indicators: number;
}

/** A project in the explorer: its row with the disclosure it is of, ready to be filtered. */
export interface ExplorerProject extends ExplorerRow {
  readonly kind: 'project';
  readonly id: string;
  readonly disclosureId: string;
  readonly entry: DirectoryEntry;
  readonly regions: readonly string[];
  readonly years: readonly number[];
  /** Bits of `fundSources` from which the project has money. */
  readonly funds: number;
  /** The text that words are compared with, the same as that of the search. */
  readonly text: string;
}

type PackedEntry = readonly [
  unitId: string,
  unitName: string,
  regionCode: string,
  year: number,
  kind: 0 | 1,
  includedIn: string,
];
type PackedRow = readonly (string | number | null)[];

/** A file of projects as it is written. */
export interface ExplorerShard {
  readonly unitYears: readonly PackedEntry[];
  /** For each unit-year its projects, each as a list of values in a fixed order. */
  readonly projects: readonly (readonly PackedRow[])[];
}

/** Packs unit-years with their projects into one file. */
export function packShard(
  parts: readonly { readonly entry: DirectoryEntry; readonly rows: readonly ExplorerRow[] }[],
): ExplorerShard {
  return {
    unitYears: parts.map(({ entry }) => [
      entry.unitId,
      entry.unitName,
      entry.regionCode,
      entry.year,
      entry.kind === 'budget' ? 0 : 1,
      entry.includedIn,
    ]),
    projects: parts.map(({ rows }) => rows.map(packRow)),
  };
}

function packRow(row: ExplorerRow): PackedRow {
  return [
    row.n,
    row.slug,
    row.name,
    row.formName === row.name ? 0 : row.formName,
    searchPhases.indexOf(row.phase),
    row.subject,
    row.amountFen,
    ...fundSources.map((source) => row.fundFens[source]),
    ...explorerFormMoney.map((source) => row.formFens[source]),
    row.attribute,
    row.indicators,
  ];
}

/** The projects of a file, in its order. */
export function unpackShard({ unitYears, projects }: ExplorerShard): ExplorerProject[] {
  return unitYears.flatMap(([unitId, unitName, regionCode, year, kind, includedIn], i) => {
    const entry: DirectoryEntry = {
      unitId,
      unitName,
      regionCode,
      year,
      kind: kind === 0 ? 'budget' : 'final-accounts',
      includedIn,
    };
    return (projects[i] ?? []).map((packed) => explorerProject(entry, unpackRow(packed)));
  });
}

function unpackRow(packed: PackedRow): ExplorerRow {
  const text = (i: number): string => String(packed[i] ?? '');
  const optional = (i: number): string | null => (packed[i] === null ? null : text(i));
  const fen = (i: number): number | null => {
    const value = packed[i];
    return typeof value === 'number' ? value : null;
  };
  const fensFrom = <K extends string>(
    first: number,
    keys: readonly K[],
  ): Record<K, number | null> =>
    Object.fromEntries(keys.map((key, k) => [key, fen(first + k)])) as Record<K, number | null>;
  const form = 7 + fundSources.length;
  const after = form + explorerFormMoney.length;
  return {
    n: fen(0) ?? 0,
    slug: text(1),
    name: text(2),
    formName: packed[3] === 0 ? text(2) : optional(3),
    phase: searchPhases[fen(4) ?? 0] ?? 'none',
    subject: text(5),
    amountFen: fen(6),
    fundFens: fensFrom(7, fundSources),
    formFens: fensFrom(form, explorerFormMoney),
    attribute: optional(after),
    indicators: fen(after + 1) ?? 0,
  };
}

/** A project ready to be filtered; its comparable text is made when it is first asked for. */
export function explorerProject(entry: DirectoryEntry, row: ExplorerRow): ExplorerProject {
  const disclosureId = disclosureIdOf(entry);
  let text: string | undefined;
  return {
    ...row,
    kind: 'project',
    id: projectId(disclosureId, row.n),
    disclosureId,
    entry,
    regions: [entry.regionCode],
    years: [entry.year],
    funds: fundBits(row.fundFens),
    get text() {
      const { name, formName } = row;
      text ??= normaliseFields(formName === null || formName === name ? [name] : [name, formName]);
      return text;
    },
  };
}

/** Bits of the sources of which the row prints more or less than zero. */
const fundBits = (fens: ExplorerRow['fundFens']): number =>
  fundSources.reduce(
    (bits, source, bit) => ((fens[source] ?? 0) === 0 ? bits : bits | (1 << bit)),
    0,
  );

/** The files that hold the projects of some regions and years; none given = all. */
export function shardsFor(
  { shards }: ExplorerManifest,
  regionCodes: readonly string[],
  years: readonly string[],
): ExplorerShardEntry[] {
  return shards.filter(
    ({ year, from, to }) =>
      (years.length === 0 || years.includes(String(year))) &&
      (regionCodes.length === 0 || regionCodes.some((code) => from <= code && code <= to)),
  );
}

/** The chosen regions with all below them. */
export function withRegionsBelow(
  regions: ExplorerManifest['regions'],
  chosen: readonly string[],
): string[] {
  const found = new Set(chosen);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [code, , parent] of regions) if (found.has(parent)) found.add(code);
  }
  return [...found].sort();
}
