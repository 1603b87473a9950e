import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { acceptDraft } from './lib/accept-draft.ts';
import { readOrRefuse } from './lib/command-line.ts';
import { type BrokenDraft, type Draft, draftFiles, readDraft } from './lib/draft-files.ts';
import { draftLines } from './lib/draft-lines.ts';
import { readImportContext } from './lib/import-context.ts';
import { lockContent } from './lib/import-lock.ts';
import { removeTemporaries } from './lib/imported-sources.ts';
import { listNames, readTextOrNull } from './lib/read-or-absent.ts';
import { writeFiles } from './lib/write-files.ts';

/** What `--help` prints. */
export const usage = `npm run drafts                       lists the drafts with what is doubtful in each
npm run drafts -- --discard <id or file…>   removes drafts
npm run accept -- <id or file…>      moves drafts into content/disclosures/ and registers their units
npm run accept -- --all              accepts every draft that can be

  --content <folder>     default: content
  --wait                 wait while an import writes to the same folder
  -h, --help             print this

Exit codes: 0 = done or listed, 1 = something was refused; what was refused stays a draft.`;

/** What the command needs from outside. */
export interface AcceptEffects {
  readonly print: (line: string) => void;
}

/** Lists, accepts or discards the drafts of a content folder, see {@link usage}; the exit code. */
export async function run(args: readonly string[], effects: AcceptEffects): Promise<0 | 1> {
  try {
    const { values, positionals } = readOrRefuse('npm run accept', () =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          all: { type: 'boolean', default: false },
          discard: { type: 'boolean', default: false },
          wait: { type: 'boolean', default: false },
          content: { type: 'string', default: 'content' },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    );
    const { content, all, discard } = values;
    if (values.help) effects.print(usage);
    if (values.help) return 0;
    if (all && (positionals.length > 0 || discard))
      throw new Error('--all: Unexpected with drafts named or --discard, expected it alone.');
    if (discard && positionals.length === 0)
      throw new Error(`--discard: Unexpected alone, expected drafts to remove.\n${usage}`);
    if (!all && positionals.length === 0) return await list(content, effects);
    const unlock = await lockContent(content, values.wait);
    try {
      await removeTemporaries(content);
      const chosen = await choose(content, all ? null : positionals);
      return await (discard ? discardAll(chosen, effects) : acceptAll(chosen, content, effects));
    } finally {
      await unlock();
    }
  } catch (error) {
    effects.print((error as Error).message);
    return 1;
  }
}

/** The drafts named by id or path, in the order named; null = all. */
async function choose(
  content: string,
  names: readonly string[] | null,
): Promise<(Draft | BrokenDraft)[]> {
  const files = await draftFiles(content);
  const drafts = await Promise.all(files.map((file) => readDraft(content, file)));
  if (names === null) return drafts;
  return names.map((name) => {
    const found = drafts.find(
      (draft) =>
        resolve(draft.path) === resolve(name) ||
        ('disclosure' in draft && draft.disclosure.id === name),
    );
    if (found !== undefined) return found;
    throw new Error(
      `Unexpected draft "${name}", expected the id or path of one. See npm run drafts.`,
    );
  });
}

async function list(content: string, effects: AcceptEffects): Promise<0> {
  const files = await draftFiles(content);
  if (files.length === 0) effects.print(`No drafts in ${content}/drafts/.`);
  if (files.length === 0) return 0;
  const context = await readContext(content);
  for (const file of files) {
    for (const line of await draftLines(await readDraft(content, file), context))
      effects.print(line);
  }
  effects.print(`${files.length} drafts. Accept them with npm run accept -- <id>, or --all.`);
  return 0;
}

const readContext = (content: string): ReturnType<typeof readImportContext> =>
  readImportContext(content, { readText: readTextOrNull, listFiles: listNames });

async function acceptAll(
  drafts: readonly (Draft | BrokenDraft)[],
  content: string,
  effects: AcceptEffects,
): Promise<0 | 1> {
  const context = await readContext(content);
  let { units } = context;
  let refused = 0;
  for (const draft of drafts) {
    try {
      if ('problem' in draft) throw new Error(draft.problem);
      const accepted = await acceptDraft(draft, { ...context, units });
      await writeFiles(accepted.changes);
      units = accepted.units;
      effects.print(`Accepted ${draft.disclosure.id} into ${content}/disclosures/${draft.file}`);
    } catch (error) {
      refused += 1;
      effects.print(`Refused: ${(error as Error).message}`);
    }
  }
  effects.print(`${drafts.length - refused} accepted, ${refused} refused.`);
  return refused > 0 ? 1 : 0;
}

async function discardAll(
  drafts: readonly (Draft | BrokenDraft)[],
  effects: AcceptEffects,
): Promise<0> {
  await writeFiles(drafts.map(({ path }) => ({ path, text: null })));
  for (const { path } of drafts) effects.print(`Discarded ${path}`);
  return 0;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), { print: console.log });
