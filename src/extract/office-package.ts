import type { ExtractNotice } from './extracted-document.ts';
import { ImportRefusal } from './refusal.ts';
import { xmlFault } from './xml-fault.ts';
import { unzipParts, type ZipPart } from './zip-parts.ts';

/** What an office file in ZIP holds. */
export interface OfficePackage {
  readonly kind: 'docx' | 'xlsx';
  readonly notices: readonly ExtractNotice[];
}

function refuse(unexpected: string, expected: string, todo: string): never {
  throw new ImportRefusal({ place: null, unexpected, expected, todo });
}

const others: readonly (readonly [RegExp, string, string])[] = [
  [/^OFD\.xml$/u, 'OFD file', 'Print it to PDF with its reader and import the PDF.'],
  [/^ppt\/presentation\.xml$/u, 'presentation', 'Find the document itself, or save it as PDF.'],
  [/^xl\/workbook\.bin$/u, 'XLSB file', 'Save it as XLSX and import that.'],
  [
    /^content\.xml$/u,
    'OpenDocument file',
    'Save it as DOCX or XLSX with an office program and import that.',
  ],
  [/^META-INF\//u, 'Java archive or similar', 'Check where the file comes from.'],
];

const isMarkup = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name);

/** Document types and entities, which office files never have, in UTF-8 or UTF-16. */
function declaresEntities({ bytes }: ZipPart): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000_000)).replaceAll('\0', '');
  return /<!(?:DOCTYPE|ENTITY)/iu.test(text);
}

/** Parts that are read; others, drawings among them, are not always well-formed. */
const isRead = (name: string): boolean =>
  /^(?:word|xl)\/[^]*\.xml$|\.rels$|^\[Content_Types\]\.xml$/u.test(name);

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const coding = wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Refuses parts that are not well-formed: libraries read of them what they can, and leave out the rest. */
function refuseBrokenXml(parts: readonly ZipPart[]): void {
  for (const { name, bytes } of parts) {
    if (!isRead(name)) continue;
    const text = decoded(bytes);
    const fault = text === null ? 'bytes that are not UTF-8' : xmlFault(text);
    if (fault !== null)
      refuse(
        `damaged office file: ${name} is XML with ${fault}`,
        'XML as office programs write it',
        'Fetch the file again, or open and save it with an office program.',
      );
  }
}

/**
 * What the ZIP archive is, after its files were unpacked under limits.
 * @throws ImportRefusal when it is no DOCX or XLSX, has macros, declares XML entities, or has a part
 * that is not well-formed.
 */
export function openOfficePackage(bytes: Uint8Array): OfficePackage {
  const parts = unzipParts(bytes);
  const has = (pattern: RegExp): boolean => parts.some(({ name }) => pattern.test(name));
  const types = parts.find(({ name }) => name === '[Content_Types].xml')?.bytes;
  const declared = types === undefined ? '' : new TextDecoder().decode(types);
  if (has(/vbaProject\.bin$/iu) || /<Override[^>]*macroEnabled/iu.test(declared))
    refuse('file with macros', 'DOCX or XLSX without macros', 'Save it as DOCX or XLSX.');
  if (has(/^xl\/macrosheets\//iu))
    refuse('workbook with macro sheets', 'XLSX without macros', 'Save it as XLSX.');
  const entity = parts.find((part) => isMarkup(part.name) && declaresEntities(part));
  if (entity !== undefined)
    refuse(
      `document type or entity in ${entity.name}`,
      'XML as office programs write it',
      'Check where the file comes from.',
    );
  const notices = has(/^(?:xl\/externalLinks|.*\/embeddings)\//iu)
    ? [{ place: null, what: 'links to other files or embedded objects were not followed' }]
    : [];
  refuseBrokenXml(parts);
  if (has(/^word\/document\.xml$/u)) return { kind: 'docx', notices };
  if (has(/^xl\/workbook\.xml$/u)) return { kind: 'xlsx', notices };
  const other = others.find(([pattern]) => has(pattern));
  refuse(
    other?.[1] ?? 'ZIP archive that is no office file',
    'text, HTML, PDF, DOCX, XLSX or XLS',
    other?.[2] ?? 'Unpack the archive and import the documents in it.',
  );
}
