import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { ImportedFile } from './settle-file.ts';

/** The report of one import as lines: what was found, read, dropped, corrected and not understood. */
export function reportLines(file: ImportedFile, tableIds: readonly string[]): string[] {
  const { disclosure, notices } = file;
  return [
    `${file.source} → ${disclosure.id} (${file.status})`,
    `  unit: ${disclosure.unitName} [${file.unit.id}${file.isNewUnit ? ', new in units.json' : ''}], region ${disclosure.regionCode}, year ${disclosure.year}`,
    `  source: ${disclosure.source.bytes} bytes, ${disclosure.source.lines ?? '?'} lines, sha256 ${disclosure.source.sha256}`,
    ...tableLines(disclosure, tableIds),
    ...formLines(disclosure),
    `  key facts: ${disclosure.keyFacts.length}`,
    ...(disclosure.prose === undefined
      ? []
      : [`  prose kept: ${disclosure.prose.length} sections`]),
    `  personal data dropped: ${disclosure.dropped.handlers} names of handlers, ${disclosure.dropped.telephones} telephone numbers, ${disclosure.dropped.idNumbers} ID numbers`,
    ...listed(
      'corrections',
      disclosure.corrections.map(
        (one) => `${one.id} ${one.place} "${one.printed}" → "${one.replacement}" (${one.kind})`,
      ),
    ),
    ...listed(
      'gaps',
      disclosure.gaps.map((gap) => `${gap.place ?? '-'} ${gap.kind}: ${gap.what}`),
    ),
    ...listed(
      'to look at',
      notices.map(({ place, what }) => `${place} ${what}`),
    ),
  ];
}

function tableLines(disclosure: Disclosure, tableIds: readonly string[]): string[] {
  const { tables, missingTables } = disclosure;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const cells = tables.reduce(
    (sum, table) => sum + table.rows.reduce((count, row) => count + row.cells.length, 0),
    0,
  );
  return [
    `  tables: ${tables.length} of ${tableIds.length}, ${rows} rows, ${cells} money cells`,
    ...tables.map((table) => {
      const count = table.rows.reduce((sum, row) => sum + row.cells.length, 0);
      const state = table.status === 'filled' ? `${count} cells` : 'printed empty';
      const unit = table.moneyUnitFrom === 'printed' ? '' : `, ${table.moneyUnit} not printed`;
      return `    ${table.place} ${table.id}: ${table.rows.length} rows, ${state}${unit}`;
    }),
    ...listed('missing tables', missingTables),
  ];
}

function formLines(disclosure: Disclosure): string[] {
  const { forms, projects } = disclosure;
  const indicators = forms.reduce((sum, form) => sum + form.indicators.length, 0);
  const linked = projects.filter((project) => project.link !== null);
  const rowOnly = projects.filter((project) => project.form === null);
  const formOnly = projects.filter((project) => project.row === null);
  return [
    `  forms: ${forms.length}, ${indicators} indicators`,
    `  projects: ${projects.length}; ${linked.length} rows linked to forms, ${rowOnly.length} rows without a form, ${formOnly.length} forms without a row`,
    ...linked
      .filter((project) => project.link !== 'same-name')
      .map(
        (project) => `    ${project.link}: ${project.name} ↔ ${project.formName ?? '(name lost)'}`,
      ),
    ...forms.flatMap((form) =>
      form.lost.map((what) => `    form ${form.n} ${form.place} lost: ${what}`),
    ),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? [`  ${title}: none`]
    : [`  ${title}: ${lines.length}`, ...lines.map((line) => `    ${line}`)];
}
