import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportEffects } from '../../scripts/lib/import-context.ts';

const root = join(import.meta.dirname, '..', '..');

/** The divisions of the import fixtures, all invented. */
const regions = [
  { code: '990000', name: '示例省', level: 'province', parent: null },
  { code: '990100', name: '示例市', level: 'prefecture', parent: '990000' },
  { code: '990102', name: '示例区', level: 'county', parent: '990100' },
  { code: '990121', name: '示例县', level: 'county', parent: '990100' },
].map((region) => ({ ...region, shortName: region.name, validFrom: null, validTo: null }));

const source = { name: '示例', version: '1', dataDate: '2024-01', licence: 'MIT', note: '示例' };

/** A disk in memory with the registers an import needs, and all that was printed and written. */
export interface MemoryDisk extends ImportEffects {
  readonly files: Map<string, string>;
  readonly printed: string[];
  /** Paths in the order they were written. */
  readonly written: string[];
}

/** The committed table set as text. */
export const tableSetText = (): string =>
  readFileSync(join(root, 'content/table-sets/shanxi-13.json'), 'utf8');

/** A disk with the Shanxi table set and invented divisions; `files` are added, by path. */
export function memoryDisk(files: Readonly<Record<string, string | Uint8Array>> = {}): MemoryDisk {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const disk = new Map([
    ['content/table-sets/shanxi-13.json', tableSetText()],
    ['content/regions.json', JSON.stringify({ source, regions })],
  ]);
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'string') disk.set(path, content);
  }
  const printed: string[] = [];
  const written: string[] = [];
  return {
    files: disk,
    printed,
    written,
    readBytes: (path) => {
      const content = bytes.get(path);
      return content === undefined
        ? Promise.reject(new Error(`${path}: no such file`))
        : Promise.resolve(content);
    },
    readText: (path) => Promise.resolve(disk.get(path) ?? null),
    listFiles: (folder) =>
      Promise.resolve(
        [...disk.keys()]
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1)),
      ),
    writeFiles: (made) => {
      for (const { path, text } of made) {
        if (text === null) disk.delete(path);
        else disk.set(path, typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
        written.push(path);
      }
      return Promise.resolve();
    },
    print: (line) => void printed.push(line),
  };
}
