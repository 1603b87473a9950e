import { formatPlace } from '../../src/format/place.ts';
import { formatFenPlain } from '../../src/money/fen.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Table } from '../../src/schema/table.ts';
import type { ImportedFile } from './settle-file.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const cells = (texts: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')}</tr>`;

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>无</p>';
  const body = rows.map((row) => cells(row, 'td')).join('\n');
  return `<table>\n<thead>${cells(heads, 'th')}</thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function tableSection(table: Table): string {
  const rows = table.rows.flatMap((row) =>
    row.cells.map((cell) => [
      formatPlace(cell.place),
      cell.printed,
      [row.code, row.name, row.name2].filter((one) => one !== null).join(' '),
      cell.column,
      `${formatFenPlain(cell.fen, '元', 2)} 元`,
    ]),
  );
  const state = table.status === 'filled' ? '' : '（原表为空）';
  return `<h2>${escape(table.title)}${state}</h2>\n<p>${formatPlace(table.place)}，${table.moneyUnit}</p>\n${grid(['来源位置', '原文', '读作的行', '读作的栏', '读作的金额'], rows)}`;
}

const doubtful = ({ result }: Finding): boolean =>
  result === 'difference' || result === 'undecidable';

/**
 * The report on one document as a page of its own: what is doubtful, which checks do not hold, and
 * every amount beside its place in the source. It loads nothing and runs nothing.
 */
export function htmlReport(file: ImportedFile, findings: readonly Finding[]): string {
  const { disclosure, notices } = file;
  const doubts = [
    ...notices.map(({ place, what }) => [place, what]),
    ...disclosure.gaps.map(({ place, what }) => [place ?? '-', what]),
    ...disclosure.missingTables.map((id) => ['-', `没有这张表：${id}`]),
  ];
  const failed = findings
    .filter(doubtful)
    .map(({ place, checkId, message }) => [place ?? '-', checkId, message]);
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(disclosure.id)}</title>`,
    '<style>body{font-family:sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left}</style>',
    '</head><body>',
    `<h1>${escape(disclosure.unitName)} ${disclosure.year}年</h1>`,
    `<p>${escape(disclosure.source.file)} · SHA-256 ${disclosure.source.sha256} · ${escape(file.status)}</p>`,
    '<h2>请核对</h2>',
    grid(['位置', '事项'], doubts),
    '<h2>不成立或无法判断的核对</h2>',
    grid(['位置', '核对', '结果'], failed),
    ...disclosure.tables.map(tableSection),
    '</body></html>',
    '',
  ].join('\n');
}
