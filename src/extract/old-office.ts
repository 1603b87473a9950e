import { CFB } from '@e965/xlsx';
import { ImportRefusal } from './refusal.ts';
import { withoutFormulas } from './xls-formulas.ts';

interface Entry {
  content: Uint8Array;
}

interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly Entry[];
}

interface ContainerFiles {
  read(data: Uint8Array, options: object): Container;
  write(container: Container, options: object): ArrayLike<number>;
}

/** What old office files hold that is read, or why it is not. */
const contents: readonly (readonly [RegExp, string, string])[] = [
  [/\/EncryptedPackage$/u, 'encrypted office file', 'Save it without password and import that.'],
  [/_VBA_PROJECT|\/Macros\//iu, 'file with macros', 'Save it as DOCX or XLSX.'],
  [/\/WordDocument$/u, 'old Word file (.doc or .wps)', 'Save it as DOCX and import that.'],
  [/\/PowerPoint Document$/u, 'old presentation', 'Save it as PDF and import that.'],
];

/**
 * An old workbook as it can be read without danger: its formulas emptied, their values kept.
 * @throws ImportRefusal naming what the file is, when it is no workbook or has macros.
 */
export function openOldWorkbook(bytes: Uint8Array): Uint8Array {
  const files = CFB as ContainerFiles;
  const container = files.read(bytes, { type: 'array' });
  const paths = container.FullPaths;
  const found = contents.find(([pattern]) => paths.some((path) => pattern.test(path)));
  const books = container.FileIndex.filter((_, i) => /\/(?:Workbook|Book)$/iu.test(paths[i] ?? ''));
  if (found === undefined && books.length > 0) {
    for (const book of books) book.content = withoutFormulas(Uint8Array.from(book.content));
    return Uint8Array.from(files.write(container, { type: 'array' }));
  }
  throw new ImportRefusal({
    place: null,
    unexpected: found?.[1] ?? 'old office file that is no workbook',
    expected: 'text, HTML, PDF, DOCX, XLSX or XLS',
    todo: found?.[2] ?? 'Save it as DOCX or XLSX and import that.',
  });
}
