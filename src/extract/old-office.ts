import { CFB } from '@e965/xlsx';
import { ImportRefusal } from './refusal.ts';

interface Container {
  readonly FullPaths: readonly string[];
}

/** What old office files hold that is read, or why it is not. */
const contents: readonly (readonly [RegExp, string, string])[] = [
  [/\/EncryptedPackage$/u, 'encrypted office file', 'Save it without password and import that.'],
  [/_VBA_PROJECT|\/Macros\//iu, 'file with macros', 'Save it as DOCX or XLSX.'],
  [/\/WordDocument$/u, 'old Word file (.doc or .wps)', 'Save it as DOCX and import that.'],
  [/\/PowerPoint Document$/u, 'old presentation', 'Save it as PDF and import that.'],
];

/**
 * Refuses old office files other than workbooks without macros.
 * @throws ImportRefusal naming what the file is.
 */
export function refuseOtherThanXls(bytes: Uint8Array): void {
  const { FullPaths: paths } = (CFB as { read(data: Uint8Array, options: object): Container }).read(
    bytes,
    { type: 'array' },
  );
  const found = contents.find(([pattern]) => paths.some((path) => pattern.test(path)));
  const isWorkbook = paths.some((path) => /\/(?:Workbook|Book)$/iu.test(path));
  if (found === undefined && isWorkbook) return;
  throw new ImportRefusal({
    place: null,
    unexpected: found?.[1] ?? 'old office file that is no workbook',
    expected: 'text, HTML, PDF, DOCX, XLSX or XLS',
    todo: found?.[2] ?? 'Save it as DOCX or XLSX and import that.',
  });
}
