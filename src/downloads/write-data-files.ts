import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYearBefore } from '../archive/earlier-year.ts';
import type { ArchiveModel } from '../archive/model.ts';
import { readRecordWithText } from '../archive/read-record.ts';
import { disclosureFolder } from '../format/url.ts';
import type { DataFileName, DataRow } from '../schema/data-files.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { disclosureRows, regionRows, subjectRows } from './archive-rows.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import { dataPackage } from './data-package.ts';
import type { WrittenFile } from './data-package.ts';
import { jsonSchemas } from './json-schemas.ts';
import {
  correctionRows,
  documentRows,
  findingRows,
  indicatorRows,
  lineRows,
  projectRows,
} from './record-rows.ts';
import { openCsvFile } from './write-csv-file.ts';

/** Files whose rows come from one record after another, each with the record of the year before. */
export const recordFiles: Readonly<
  Partial<Record<DataFileName, (disclosure: Disclosure, earlier: Disclosure | null) => DataRow[]>>
> = {
  lines: lineRows,
  projects: projectRows,
  indicators: indicatorRows,
  findings: findingRows,
  corrections: correctionRows,
  documents: documentRows,
};

/** Files whose rows come from the model alone. */
export const archiveFiles: Readonly<
  Partial<Record<DataFileName, (archive: ArchiveModel) => DataRow[]>>
> = {
  disclosures: disclosureRows,
  regions: regionRows,
  subjects: subjectRows,
};

/**
 * Writes all public data files of an archive below a folder: `data/*.csv`, `data/datapackage.json`,
 * `data/schema/*.json`, and for each unit and year `record.json` and `tables.csv` beside its page. One
 * record and the one of the year before are in memory at a time. Returns the number of files written.
 */
export function writeDataFiles(archive: ArchiveModel, outDirectory: string): number {
  const folder = join(outDirectory, 'data');
  mkdirSync(join(folder, 'schema'), { recursive: true });
  const writers = new Map(
    dataFileNames.map((name) => [name, openCsvFile(join(folder, `${name}.csv`), dataFiles[name])]),
  );
  for (const [name, rowsOf] of Object.entries(archiveFiles)) {
    writers.get(name as DataFileName)?.write(rowsOf(archive));
  }
  for (const unitYear of archive.unitYears) {
    const { disclosure, text } = readRecordWithText(unitYear);
    const earlier = readYearBefore(archive, unitYear);
    for (const [name, rowsOf] of Object.entries(recordFiles)) {
      writers.get(name as DataFileName)?.write(rowsOf(disclosure, earlier));
    }
    const place = join(outDirectory, disclosureFolder(unitYear));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'record.json'), text);
    writeFileSync(join(place, 'tables.csv'), tablesCsv(disclosure));
  }
  const written = new Map([...writers].map(([name, writer]) => [name, writer.close()]));
  const descriptor = dataPackage(
    Object.fromEntries(written) as Record<DataFileName, WrittenFile>,
    archive.config,
  );
  writeFileSync(join(folder, 'datapackage.json'), jsonText(descriptor));
  const schemas = jsonSchemas();
  for (const [file, schema] of schemas) {
    writeFileSync(join(folder, 'schema', file), jsonText(schema));
  }
  return writers.size + 1 + schemas.size + 2 * archive.unitYears.length;
}

/** The tables of one disclosure as CSV with a header line, in the columns of lines.csv. */
export function tablesCsv(disclosure: Disclosure): string {
  return csvHeader(dataFiles.lines) + csvRows(dataFiles.lines, lineRows(disclosure));
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
