import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExtractedDocument, ExtractNotice } from './extracted-document.ts';
import { maximumPages } from './limits.ts';
import { type PdfPage, readPdfPage } from './pdf-page.ts';
import { pdfRows } from './pdf-rows.ts';
import { ImportRefusal } from './refusal.ts';
import { radicalNotices, refuseTooMany } from './rows.ts';
import { documentOf } from './text-document.ts';

function refuse(unexpected: string, expected: string, todo: string): never {
  throw new ImportRefusal({ place: null, unexpected, expected, todo });
}

/**
 * A PDF with a text layer as rows: lines of text and rows of tables, counted on each page from its top
 * (`P7L12C3`). Ruled tables are cut at their rules, others where their texts stand in columns; a table
 * that goes on over pages keeps its columns, and a head printed again on each page is left out.
 * @throws ImportRefusal when the file is encrypted, cut off or damaged, has no text layer, or has a
 * page whose text cannot be read.
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedDocument> {
  refuseCutOff(bytes);
  const document = await open(bytes);
  try {
    if (document.numPages > maximumPages)
      refuse(`PDF of ${document.numPages} pages`, `at most ${maximumPages}`, 'Split it.');
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPdfPage(document, number));
    return documentOfPages(pages, await scripts(document));
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A file that lost its end would be mended by leaving out what is lost. */
function refuseCutOff(bytes: Uint8Array): void {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-4096));
  if (end.includes('%%EOF')) return;
  refuse('PDF file that is cut off', 'a whole PDF file', 'Fetch the file again.');
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const folder = (name: string): string =>
    fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));
  try {
    return await getDocument({
      data: Uint8Array.from(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      stopAtErrors: true,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if ((error as Error).name !== 'PasswordException') throw error;
    refuse('encrypted PDF file', 'a PDF without password', 'Save it without password.');
  }
}

async function scripts(document: PDFDocumentProxy): Promise<ExtractNotice[]> {
  const [active, attached] = [await document.hasJSActions(), await document.getAttachments()];
  return [
    ...(active ? [{ place: null, what: 'scripts in the PDF were not run' }] : []),
    ...(attached === null
      ? []
      : [{ place: null, what: 'files attached to the PDF were not read' }]),
  ];
}

function documentOfPages(
  pages: readonly PdfPage[],
  before: readonly ExtractNotice[],
): ExtractedDocument {
  if (pages.every(({ texts }) => texts.length === 0))
    refuse(
      `PDF of ${pages.length} pages without any text, probably scanned`,
      'a PDF with a text layer',
      'Recognise its text first (OCR), check it by eye, and import the text.',
    );
  const told = pages.flatMap(pageNotices);
  const { rows, notices, pageNumberLines } = pdfRows(pages);
  refuseTooMany(rows);
  const all = [...before, ...told, ...notices, ...radicalNotices(rows)];
  return documentOf({
    mediaType: 'application/pdf',
    lines: null,
    doubled: false,
    pageNumberLines,
    ...(all.length === 0 ? {} : { notices: all }),
    rows,
  });
}

function pageNotices({ number, texts, askew, pictures }: PdfPage): ExtractNotice[] {
  const place = `P${number}L1`;
  return [
    ...(texts.length === 0 && pictures
      ? [{ place, what: 'page is a picture without text; nothing was read from it' }]
      : []),
    ...(askew > 0
      ? [{ place, what: `${askew} texts printed askew or sideways were left out` }]
      : []),
  ];
}
