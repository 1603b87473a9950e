import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ExtractedDocument } from '../../src/extract/extracted-document.ts';
import { formatOf } from '../../src/extract/format-of.ts';
import { ImportRefusal, refusalOf } from '../../src/extract/refusal.ts';
import { extractText } from '../../src/extract/text-document.ts';

/** What the process that reads a file may use. */
export interface ChildLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Enough for the largest disclosures met, ten times over. */
export const childLimits: ChildLimits = { seconds: 120, megabytes: 1024 };

/** What the child answers: the document, or the message of a refusal. */
export type ChildAnswer =
  | { readonly document: ExtractedDocument }
  | { readonly refusal: string; readonly place: string | null };

const child = fileURLToPath(new URL('./extract-child.ts', import.meta.url));

/**
 * The document of bytes nobody vouches for. Formats that need a library are read in a process of their
 * own, which may read files but write none, start no other, and is ended when it takes too long or
 * too much memory; text is read here.
 * @throws ImportRefusal when the file cannot be read, or its reading was ended.
 */
export async function extractInChild(
  bytes: Uint8Array,
  limits: ChildLimits = childLimits,
): Promise<ExtractedDocument> {
  if (formatOf(bytes) === 'text') return extractText(bytes);
  const answer = await askChild(bytes, limits);
  if ('document' in answer) return answer.document;
  throw refusalOf(answer.refusal, answer.place);
}

function askChild(bytes: Uint8Array, limits: ChildLimits): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const reader = fork(child, [], {
      execArgv: [
        `--max-old-space-size=${limits.megabytes}`,
        '--permission',
        '--allow-fs-read=*',
        '--no-warnings',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reader.kill('SIGKILL');
    }, limits.seconds * 1000);
    reader.once('message', (answer) => {
      clearTimeout(timer);
      reader.kill('SIGKILL');
      resolve(answer as ChildAnswer);
    });
    reader.once('error', reject);
    reader.once('exit', () => {
      clearTimeout(timer);
      reject(ended(late, limits));
    });
    reader.send(bytes, (error) => {
      if (error !== null) reject(ended(late, limits));
    });
  });
}

const ended = (late: boolean, { seconds, megabytes }: ChildLimits): ImportRefusal =>
  new ImportRefusal({
    place: null,
    unexpected: late
      ? `file that takes more than ${seconds} seconds to read`
      : `file that takes more than ${megabytes} MB of memory to read, or ends its reader`,
    expected: 'the disclosure of one unit',
    todo: 'Check where the file comes from; split it, or save it with an office program.',
  });
