import type { ExtractedDocument } from './extracted-document.ts';
import { type SourceFormat, formatOf } from './format-of.ts';
import { maximumBytes } from './limits.ts';
import { ImportRefusal } from './refusal.ts';
import { extractText } from './text-document.ts';

/**
 * The document read by the adapter its content asks for; the name of the file is not asked.
 * @throws ImportRefusal when no adapter reads the content, or it cannot be read whole.
 */
export async function extractDocument(bytes: Uint8Array): Promise<ExtractedDocument> {
  if (bytes.length > maximumBytes) {
    throw new ImportRefusal({
      place: null,
      unexpected: `file of ${bytes.length} bytes`,
      expected: `at most ${maximumBytes}`,
      todo: 'Split or check the file.',
    });
  }
  const format = formatOf(bytes);
  if (format === 'text') return extractText(bytes);
  try {
    return await extractWith(format, bytes);
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw unreadable(format, error);
  }
}

const names: Readonly<Record<Exclude<SourceFormat, 'text'>, string>> = {
  html: 'web page',
  zip: 'DOCX or XLSX file',
  'old-office': 'XLS file',
  pdf: 'PDF file',
};

function unreadable(format: Exclude<SourceFormat, 'text'>, error: unknown): ImportRefusal {
  const message = error instanceof Error ? error.message : String(error);
  return new ImportRefusal({
    place: null,
    unexpected: `damaged ${names[format]} (${message.replace(/\s+/gu, ' ').slice(0, 200)})`,
    expected: `a whole ${names[format]}`,
    todo: 'Fetch the file again, or open and save it with an office program.',
  });
}

/** Adapters are loaded when they are needed: text, the most frequent source, needs no library. */
async function extractWith(
  format: Exclude<SourceFormat, 'text'>,
  bytes: Uint8Array,
): Promise<ExtractedDocument> {
  switch (format) {
    case 'html': {
      const { extractHtml } = await import('./html-document.ts');
      return extractHtml(bytes);
    }
    case 'pdf': {
      const { extractPdf } = await import('./pdf-document.ts');
      return extractPdf(bytes);
    }
    case 'old-office': {
      const { openOldWorkbook } = await import('./old-office.ts');
      const { extractWorkbook } = await import('./sheet-document.ts');
      return extractWorkbook(openOldWorkbook(bytes), 'xls');
    }
    case 'zip': {
      const { openOfficePackage } = await import('./office-package.ts');
      const { kind, notices } = openOfficePackage(bytes);
      if (kind === 'docx') {
        const { extractDocx } = await import('./docx-document.ts');
        return extractDocx(bytes, notices);
      }
      const { extractWorkbook } = await import('./sheet-document.ts');
      return extractWorkbook(bytes, kind, notices);
    }
  }
}
