import type { Finding } from '../../src/schema/finding.ts';
import type { ImportedFile } from './import-file.ts';

/** One source read, with the results of the checks on it. */
export interface ImportOutcome {
  readonly file: ImportedFile;
  readonly findings: readonly Finding[];
}

/** A source that was refused, with the message of the refusal. */
export interface ImportRefused {
  readonly source: string;
  readonly message: string;
}

/**
 * The outcome of an import as JSON for programs: per document what was read, what is doubtful and the
 * number of results of each kind, and what was refused. `written` tells whether files were changed.
 */
export function jsonReport(
  outcomes: readonly ImportOutcome[],
  refused: readonly ImportRefused[],
  written: boolean,
): string {
  const documents = outcomes.map(({ file, findings }) => {
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
  });
  return JSON.stringify({ documents, refused, written }, null, 2);
}
