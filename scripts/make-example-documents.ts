import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleBlocks, exampleText } from './lib/examples/example-blocks.ts';
import { exampleHtml } from './lib/examples/example-html.ts';
import { examplePdf } from './lib/examples/example-pdf.ts';
import { exampleWorkbook } from './lib/examples/example-sheets.ts';
import { encodeGbk } from './lib/examples/gb-encoder.ts';

const folder = 'test/fixtures/formats';
const lookAlikes = new Map(
  Object.entries({ 行: '⾏', 目: '⽬', 门: '⻔', 支: '⽀', 金: '⾦', 车: '⻋', 费: '费' }),
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

/**
 * Writes the example documents of the format tests from one source, test/fixtures/formats/source.txt:
 * text, web pages and two kinds of PDF by itself, the rest with LibreOffice.
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
  const work = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    const page = join(work, 'example.html');
    const book = join(work, 'book.xlsx');
    writeFileSync(page, exampleHtml(blocks, 'utf-8'));
    writeFileSync(book, exampleWorkbook(blocks));
    convert(page, 'odt:writer8', 'HTML (StarWriter)');
    convert(join(work, 'example.odt'), 'docx:MS Word 2007 XML');
    convert(join(work, 'example.odt'), 'pdf:writer_pdf_Export');
    convert(book, 'ods:calc8');
    convert(join(work, 'book.ods'), 'xlsx:Calc MS Excel 2007 XML');
    convert(join(work, 'book.ods'), 'xls:MS Excel 97');
    for (const name of ['example.docx', 'example.pdf'])
      copyFileSync(join(work, name), join(folder, name));
    for (const name of ['xlsx', 'xls'])
      copyFileSync(join(work, `book.${name}`), join(folder, `example.${name}`));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.main) makeExampleDocuments();
