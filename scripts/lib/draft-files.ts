import { join } from 'node:path';
import { recordFile } from '../../src/archive/record-file.ts';
import { type Disclosure, disclosureSchema } from '../../src/schema/disclosure.ts';
import { draftsFolder } from './drafts-folder.ts';
import { validated } from './import-context.ts';
import { recordFiles } from './imported-sources.ts';
import { readTextOrNull } from './read-or-absent.ts';

/** A record that waits to be accepted. */
export interface Draft {
  readonly disclosure: Disclosure;
  readonly text: string;
  /** Its path below content/drafts/, the same as it will have below content/disclosures/. */
  readonly file: string;
  /** Its path as the command line names it. */
  readonly path: string;
}

/** A file among the drafts that is none. */
export interface BrokenDraft {
  readonly path: string;
  readonly problem: string;
}

/** Paths of the drafts of a content folder, in text order; empty when there is none. */
export const draftFiles = (content: string): Promise<string[]> =>
  recordFiles(join(content, draftsFolder));

/**
 * A draft, validated, or what is wrong with its file.
 * @throws what the disk says.
 */
export async function readDraft(content: string, file: string): Promise<Draft | BrokenDraft> {
  const path = `${content}/${draftsFolder}/${file}`;
  const text = (await readTextOrNull(path)) ?? '';
  try {
    const disclosure = validated(disclosureSchema, text, path);
    const expected = recordFile(disclosure);
    const id = `${disclosure.unitId}-${disclosure.year}-${disclosure.kind}`;
    if (expected !== file || disclosure.id !== id)
      throw new Error(`${path}: Unexpected place of ${disclosure.id}, expected ${expected}.`);
    return { disclosure, text, file, path };
  } catch (error) {
    return { path, problem: (error as Error).message };
  }
}
