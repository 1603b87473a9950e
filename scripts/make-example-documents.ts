import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { type ExampleBlock, exampleBlocks, exampleText } from './lib/examples/example-blocks.ts';
import { exampleHtml } from './lib/examples/example-html.ts';
import { examplePdf } from './lib/examples/example-pdf.ts';
import { exampleWorkbook } from './lib/examples/example-sheets.ts';
import { encodeGbk } from './lib/examples/gb-encoder.ts';

const folder = 'test/fixtures/formats';
const accountsFolder = 'test/fixtures/final-accounts';
const lookAlikes = new Map(
  Object.entries({ 行: '⾏', 目: '⽬', 门: '⻔', 支: '⽀', 金: '⾦', 车: '⻋', 户: '⼾' }),
);

/** Converts a file with LibreOffice; the result stands beside it. */
function convert(path: string, target: string, input?: string): void {
  const filter = input === undefined ? [] : [`--infilter=${input}`];
  const folderOf = join(path, '..');
  execFileSync(
    'soffice',
    ['--headless', ...filter, '--convert-to', target, '--outdir', folderOf, path],
    { stdio: 'ignore' },
  );
}

/** Files LibreOffice makes: from the page by way of ODT, or from the workbook by way of ODS. */
type OfficeFile = 'example.docx' | 'example.pdf' | 'example.xlsx' | 'example.xls';

/** Makes files with LibreOffice from the blocks of an example and puts them into a folder. */
function makeOfficeFiles(
  blocks: readonly ExampleBlock[],
  into: string,
  names: readonly OfficeFile[],
): void {
  const work = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    const page = join(work, 'example.html');
    const book = join(work, 'book.xlsx');
    writeFileSync(page, exampleHtml(blocks, 'utf-8'));
    writeFileSync(book, exampleWorkbook(blocks));
    convert(page, 'odt:writer8', 'HTML (StarWriter)');
    convert(book, 'ods:calc8');
    const [odt, ods] = [join(work, 'example.odt'), join(work, 'book.ods')];
    const make: Record<OfficeFile, () => void> = {
      'example.docx': () => convert(odt, 'docx:MS Word 2007 XML'),
      'example.pdf': () => convert(odt, 'pdf:writer_pdf_Export'),
      'example.xlsx': () => convert(ods, 'xlsx:Calc MS Excel 2007 XML'),
      'example.xls': () => convert(ods, 'xls:MS Excel 97'),
    };
    for (const name of names) {
      make[name]();
      const made = name.includes('.xls') ? name.replace('example', 'book') : name;
      copyFileSync(join(work, made), join(into, name));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes the example of final accounts (决算) as text, web page, and with LibreOffice as DOCX, XLSX and PDF. */
function makeFinalAccounts(): void {
  const source = readFileSync(join(accountsFolder, 'source.txt'), 'utf8');
  const blocks = exampleBlocks(source);
  writeFileSync(join(accountsFolder, 'example.txt'), exampleText(source));
  writeFileSync(join(accountsFolder, 'example.html'), exampleHtml(blocks, 'utf-8'));
  makeOfficeFiles(blocks, accountsFolder, ['example.docx', 'example.xlsx', 'example.pdf']);
}

/**
 * Writes the example documents of the format tests from one source, test/fixtures/formats/source.txt:
 * text, web pages and two kinds of PDF by itself, the rest with LibreOffice; then those of final accounts,
 * from test/fixtures/final-accounts/source.txt.
 * @throws when LibreOffice (`soffice`) is not installed.
 */
export function makeExampleDocuments(): void {
  const source = readFileSync(join(folder, 'source.txt'), 'utf8');
  const blocks = exampleBlocks(source);
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  write('example.txt', exampleText(source));
  write('gb18030.txt', encodeGbk(exampleText(source)));
  write('example.html', exampleHtml(blocks, 'utf-8'));
  write('gb18030.html', encodeGbk(exampleHtml(blocks, 'gb2312')));
  write('unembedded.pdf', examplePdf(blocks, { ruled: true, turned: false }));
  write('turned.pdf', examplePdf(blocks, { ruled: true, turned: true }));
  write('unruled.pdf', examplePdf(blocks, { ruled: false, turned: false }));
  write(
    'look-alikes.pdf',
    examplePdf(blocks, { ruled: true, turned: false, misnamed: lookAlikes }),
  );
  makeOfficeFiles(blocks, folder, ['example.docx', 'example.pdf', 'example.xlsx', 'example.xls']);
  makeFinalAccounts();
}

/** How the command is written. */
const command = defineCommand({
  usage: 'npm run examples',
  about:
    'Makes the example documents of the tests in every format again; LibreOffice must be installed.',
  options: {},
});

if (import.meta.main)
  await runCommand(command, (args) => {
    readCommandLine(command, args);
    makeExampleDocuments();
  });
