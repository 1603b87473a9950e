import { registerUnit } from '../../src/assemble/register-unit.ts';
import { disclosuresFolder } from '../../src/archive/record-file.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Region } from '../../src/schema/region.ts';
import type { Unit } from '../../src/schema/unit.ts';
import { correctionProblems } from './correction-problems.ts';
import type { Draft } from './draft-files.ts';
import type { ImportContext } from './import-context.ts';
import { readTextOrNull } from './read-or-absent.ts';
import { recordProblems } from './record-problems.ts';
import { recordText } from './record-text.ts';
import { withDepartment } from './settle-file.ts';
import type { FileChange } from './write-files.ts';

/** What a draft is held against. */
export type AcceptContext = Pick<ImportContext, 'content' | 'tableSets' | 'regions'> & {
  /** The register, with the units of drafts accepted before. */
  readonly units: readonly Unit[];
};

/** The changes that accept a draft, and the register after them. */
export interface Acceptance {
  readonly changes: readonly FileChange[];
  readonly units: readonly Unit[];
}

/**
 * What has to change for a draft to become a record: its unit registered, its record written, the
 * draft removed, in this order, so that a record never stands without its unit.
 * @throws telling every reason why it cannot be accepted.
 */
export async function acceptDraft(draft: Draft, context: AcceptContext): Promise<Acceptance> {
  const { content } = context;
  const { disclosure, file, text } = draft;
  const units = withDraftUnit(disclosure, context);
  const problems = await acceptProblems(draft, { ...context, units });
  if (problems.length > 0) {
    throw new Error(
      `${draft.path}: cannot be accepted.\n${problems.map((problem) => `  ${problem}.`).join('\n')}`,
    );
  }
  const registers =
    recordText(units) === recordText(context.units)
      ? []
      : [{ path: `${content}/units.json`, text: recordText({ units }) }];
  return {
    units,
    changes: [
      ...registers,
      { path: `${content}/${disclosuresFolder}/${file}`, text },
      { path: draft.path, text: null },
    ],
  };
}

/** Every reason why a draft cannot be accepted, its unit being registered; empty = none. */
export async function acceptProblems(draft: Draft, context: AcceptContext): Promise<string[]> {
  const { content, tableSets, units } = context;
  const { disclosure, file, text } = draft;
  const path = `${content}/${disclosuresFolder}/${file}`;
  const standing = await readTextOrNull(path);
  const tableSet = tableSets.find(({ id }) => id === disclosure.tableSet);
  const unit = units.find(({ id }) => id === disclosure.unitId);
  return [
    ...(standing === null || standing === text
      ? []
      : [
          `Unexpected record in ${path}, expected none; import the source with --replace to replace it`,
        ]),
    ...(tableSet === undefined
      ? [`tableSet: Unexpected ${disclosure.tableSet}, expected a set of content/table-sets/`]
      : recordProblems(disclosure, { tableSet, unit })),
    ...(unit !== undefined && unit.regionCode !== disclosure.regionCode
      ? [`regionCode: Unexpected ${disclosure.regionCode}, expected ${unit.regionCode} of its unit`]
      : []),
    ...correctionProblems(content, disclosure),
  ];
}

/**
 * The register with the unit of a record and the name it prints.
 * @throws when no division has its code.
 */
export function withDraftUnit(disclosure: Disclosure, context: AcceptContext): readonly Unit[] {
  const { unitId: id, unitName: name, year, regionCode } = disclosure;
  const region: Region | undefined = context.regions.find(({ code }) => code === regionCode);
  if (region === undefined) {
    throw new Error(
      `${disclosure.id}: Unexpected division ${regionCode}, expected one of content/regions.json.`,
    );
  }
  const known = { name, year, id, found: { region, ownName: name } };
  const unit = withDepartment(registerUnit(context.units, known).unit, disclosure);
  return [...context.units.filter((one) => one.id !== id), unit].toSorted((a, b) =>
    a.id < b.id ? -1 : Number(a.id > b.id),
  );
}
