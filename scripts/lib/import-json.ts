import type { Finding } from '../../src/schema/finding.ts';
import type { ImportedFile } from './settle-file.ts';

/** A source that was refused, with the message of the refusal. */
export interface ImportRefused {
  readonly source: string;
  readonly message: string;
}

/** A source that was not read again, with the record that was made of the same bytes. */
export interface ImportSkipped {
  readonly source: string;
  readonly id: string;
  /** Path of the record. */
  readonly path: string;
}

/** What an import did, for programs. */
export interface ImportSummary {
  readonly documents: readonly unknown[];
  readonly skipped: readonly ImportSkipped[];
  readonly refused: readonly ImportRefused[];
  /** Whether files were changed. */
  readonly written: boolean;
  /** Whether the operator stopped it before its end. */
  readonly stopped: boolean;
}

/** One document of the summary: what was read, what is doubtful, and the results of the checks. */
export function jsonDocument(file: ImportedFile, findings: readonly Finding[]): unknown {
  const { disclosure, notices, source, status, path } = file;
  const counts = Object.groupBy(findings, ({ result }) => result);
  return {
    source,
    id: disclosure.id,
    status,
    path,
    unitName: disclosure.unitName,
    tableSet: disclosure.tableSet,
    tables: disclosure.tables.map(({ id, rows }) => ({ id, rows: rows.length })),
    missingTables: disclosure.missingTables,
    forms: disclosure.forms.length,
    projects: disclosure.projects.length,
    dropped: disclosure.dropped,
    gaps: disclosure.gaps,
    notices,
    results: Object.fromEntries(
      Object.entries(counts).map(([result, found]) => [result, found.length]),
    ),
  };
}

/** The outcome of an import as JSON. */
export const jsonReport = (summary: ImportSummary): string => JSON.stringify(summary, null, 2);

/** The outcome of an import that could not begin or go on, as JSON. */
export const jsonFailure = (message: string): string => JSON.stringify({ error: message }, null, 2);
