import { draftsFolder } from './drafts-folder.ts';
import type { ImportEffects } from './import-context.ts';
import type { ImportOptions, ReadFile } from './import-file.ts';
import { keepVersion } from './keep-version.ts';
import { disclosuresFolder, recordFile } from '../../src/archive/record-file.ts';
import { registerUnit } from '../../src/assemble/register-unit.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Unit } from '../../src/schema/unit.ts';

/** One source as it will be written. */
export interface ImportedFile extends ReadFile {
  readonly unit: Unit;
  readonly isNewUnit: boolean;
  /** new = first record of its id; unchanged = the record stands already; replaced = it changes. */
  readonly status: 'new' | 'unchanged' | 'replaced';
  /** Files that keep the former version of a published record. */
  readonly kept: readonly { readonly path: string; readonly text: string }[];
}

/** Where a source is settled: the content folder and the register with all units met so far. */
export interface SettleState {
  readonly content: string;
  readonly units: readonly Unit[];
}

/**
 * A source that was read, held against the register and the record that stands. Files are settled one
 * after the other in their order, so that the outcome does not depend on which was read first.
 * @throws ImportRefusal when its id belongs to another unit, has another record, or waits as a draft.
 */
export async function settleFile(
  file: ReadFile,
  options: ImportOptions,
  state: SettleState,
  effects: Pick<ImportEffects, 'readText'>,
): Promise<ImportedFile> {
  const { disclosure, before, text } = file;
  const { content, units } = state;
  const { unit, isNew } = registerUnit(units, file.known);
  const status = before === null ? 'new' : before === text ? 'unchanged' : 'replaced';
  if (status === 'replaced' && !options.replace) refuseReplacing(file);
  await refuseOtherStage(disclosure, options, content, effects);
  const { reason, on } = options;
  const replaced = before === null || status !== 'replaced' || options.draft === true;
  const path = recordFile(disclosure);
  const kept = replaced
    ? []
    : await keepVersion({ content, file: path, before, reason, on }, (one) =>
        effects.readText(one),
      );
  return { ...file, unit: withDepartment(unit, disclosure), isNewUnit: isNew, status, kept };
}

/** The unit with the supervising department its forms name, where the register has none. */
export function withDepartment(
  unit: Unit,
  { supervisingDepartment, unitName }: Pick<Disclosure, 'supervisingDepartment' | 'unitName'>,
): Unit {
  const name = supervisingDepartment?.name ?? null;
  if (unit.supervisingDepartment !== null || name === unitName) return unit;
  return { ...unit, supervisingDepartment: name };
}

function refuseReplacing({ before, disclosure, path }: ReadFile): never {
  const { source } = JSON.parse(before ?? '{}') as Partial<Disclosure>;
  const same = source?.sha256 === disclosure.source.sha256;
  throw new ImportRefusal({
    place: null,
    unexpected: `other record of ${disclosure.id} in ${path}, read from ${same ? 'the same source' : 'another source'}`,
    expected: 'no record of that id, or the same',
    todo: 'Import with --replace to replace it, or correct --unit and --year.',
  });
}

/** @throws ImportRefusal for a draft of what is accepted, and for a record of what waits as a draft. */
async function refuseOtherStage(
  disclosure: Disclosure,
  options: ImportOptions,
  content: string,
  effects: Pick<ImportEffects, 'readText'>,
): Promise<void> {
  const isDraft = options.draft === true;
  const path = `${content}/${isDraft ? disclosuresFolder : draftsFolder}/${recordFile(disclosure)}`;
  if ((await effects.readText(path)) === null) return;
  const { id } = disclosure;
  throw new ImportRefusal({
    place: null,
    unexpected: isDraft ? `draft of ${id}, which is accepted` : `record of ${id}, a draft`,
    expected: isDraft ? `no record in ${path}` : `no draft in ${path}`,
    todo: isDraft
      ? 'Import it without --draft, with --replace, to replace the record.'
      : `Accept the draft with npm run accept -- ${id}, or drop it with npm run drafts -- --discard ${id}.`,
  });
}
