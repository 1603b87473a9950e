import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import writeXlsxFile, { type Feature } from 'write-excel-file/node';
import { ZipFile } from 'yazl';

/** Sheets as the writer of workbooks takes them. */
export type PackedSheets = Parameters<typeof writeXlsxFile>[0];

/**
 * The day every part of a workbook bears, the first one ZIP knows. ZIP writes the hands of a local clock, so
 * it is noon on that day in whatever zone this runs.
 */
const packedOn = (): Date => new Date(1980, 0, 1, 12);

/** Parts smaller than this are not worth compressing. */
const smallPart = 256;

/** The parts of a workbook with so many sheets, in the order of the ZIP: what it holds comes first. */
export const workbookParts = (sheets: number): string[] => [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  ...Array.from({ length: sheets }, (_, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
  ]).flat(),
];

/**
 * The writer makes all parts at once and would then pack them slowly. What features are given to read
 * parts with reads them finished as soon as they are made.
 */
function makeParts(sheets: PackedSheets): (part: string) => Buffer {
  let read: (part: string) => unknown = () => undefined;
  const reader: Feature<Buffer> = {
    files: {
      write: {
        files: (_, properties) => {
          read = (part) => properties.read(part);
          return {};
        },
      },
    },
  };
  writeXlsxFile(sheets, { features: [reader] } as Parameters<typeof writeXlsxFile>[1]);
  return (part) => {
    const content = read(part);
    if (typeof content !== 'string') {
      throw new Error(`Unexpected workbook without ${part}, expected its XML from the writer.`);
    }
    return Buffer.from(content, 'utf8');
  };
}

/** A workbook has a sheet at least. Basis: the schema of the format (ECMA-376). */
const noSheets = [{ sheet: '-', data: [] }] as unknown as PackedSheets;

/**
 * Sheets as the bytes of a workbook (XLSX) without pictures; one empty sheet where there is none. The same
 * sheets make the same bytes in every time zone.
 */
export async function packWorkbook(given: PackedSheets): Promise<Uint8Array> {
  const sheets = given.length === 0 ? noSheets : given;
  const read = makeParts(sheets);
  const zip = new ZipFile();
  const mtime = packedOn();
  for (const part of workbookParts(sheets.length)) {
    const content = read(part);
    const compress = content.length >= smallPart;
    zip.addBuffer(content, part, { mtime, mode: 0o100644, forceDosTimestamp: true, compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}
