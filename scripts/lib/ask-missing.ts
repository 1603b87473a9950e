import { basename } from 'node:path';
import type { MissingPart } from '../../src/extract/refusal.ts';
import type { Region } from '../../src/schema/region.ts';
import type { ImportOptions } from './import-file.ts';
import { answerProblem, type ImportPrompts } from './import-prompts.ts';
import type { ReadAnswer } from './import-reader.ts';
import { regionChoices } from './region-choices.ts';

/** What asking needs: whom to ask, how to read again, and the last answers, which are proposed next. */
export interface Asking {
  readonly prompts: ImportPrompts;
  readonly regions: readonly Region[];
  readonly last: Map<MissingPart, string>;
  read(options: ImportOptions): Promise<ReadAnswer>;
}

/**
 * What became of a source after the operator was asked for all it does not tell, each part once; the
 * first answer when nothing is missing that could be asked for.
 * @throws Interrupted when the operator breaks off.
 */
export async function askMissing(
  source: string,
  options: ImportOptions,
  first: ReadAnswer,
  asking: Asking,
): Promise<{ readonly answer: ReadAnswer; readonly options: ImportOptions }> {
  const asked = new Set<MissingPart>();
  let answer = first;
  let given = options;
  while ('refusal' in answer && answer.missing !== null && !asked.has(answer.missing)) {
    const { missing, refusal: because } = answer;
    asked.add(missing);
    const proposal = proposalFor(missing, source) ?? asking.last.get(missing) ?? null;
    const regions = missing === 'region' ? regionChoices(asking.regions, given.year) : [];
    const said = await asking.prompts.ask(missing, { source, because, proposal, regions });
    const problem = answerProblem(missing, said);
    if (problem !== undefined) throw new Error(`Unexpected answer "${said}". ${problem}`);
    asking.last.set(missing, said);
    given = { ...given, [missing]: missing === 'year' ? Number(said) : said };
    answer = await asking.read(given);
  }
  return { answer, options: given };
}

/** What the name of a file lets one guess; null = nothing. */
export function proposalFor(part: MissingPart, source: string): string | null {
  const name = basename(source).normalize('NFKC');
  if (part === 'year') return /(?<!\d)20\d{2}(?!\d)/u.exec(name)?.[0] ?? null;
  if (part === 'unit') return /^(\p{Script=Han}{4,}?)[-_ ]*20\d{2}/u.exec(name)?.[1] ?? null;
  return null;
}
