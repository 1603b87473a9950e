import mammoth from 'mammoth';
import type { ExtractedDocument, ExtractNotice } from './extracted-document.ts';
import { htmlDocument } from './html-document.ts';

/** Media type of DOCX files. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A DOCX file as rows, read through the markup mammoth makes of it: paragraphs are lines (`L12`),
 * table rows are rows of cells (`T3R5C2`). Pictures and files it points to are left out.
 * @throws ImportRefusal when it has no text.
 */
export async function extractDocx(
  bytes: Uint8Array,
  before: readonly ExtractNotice[],
): Promise<ExtractedDocument> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const notices: ExtractNotice[] = [...before];
  if (/<ol[\s>]/u.test(value)) {
    notices.push({
      place: null,
      what: 'automatic numbering is no text of the document and is missing from its headings',
    });
  }
  return htmlDocument(value, docxType, notices);
}
