import { z } from 'zod';
import {
  choiceColumn,
  countColumn,
  decimalColumn,
  disclosureIdColumn,
  optionalCountColumn,
  optionalTextColumn,
  projectIdColumn,
  textColumn,
  urlColumn,
  yuanColumn,
} from './data-columns.ts';
import { moneyColumnSchema } from './table-set.ts';

const sourcePlace =
  'Place in the source: L line, C cell, P page where there are pages, e.g. L120C3';

/** A row of lines.csv: one money cell that prints an amount. */
export const lineRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  table_id: textColumn('Id of the table within its table set'),
  row: countColumn('Number of the row within its table, from 1, in document order'),
  code: optionalTextColumn('Code of the row as printed; empty = none printed'),
  name: optionalTextColumn(
    'Name of the row as printed, without the blanks of the layout; empty = none printed',
  ),
  name2: optionalTextColumn(
    'Government economic class beside the name (表6); empty = none printed',
  ),
  column: moneyColumnSchema.meta({ description: 'Meaning of the money column' }),
  printed: optionalTextColumn(
    'The cell exactly as printed, in the money measure of its table; empty = the text is lost there and a correction restores it',
  ),
  amount_yuan: yuanColumn('The amount, after corrections'),
  source_place: textColumn(sourcePlace),
});

/** A row of projects.csv: one project. */
export const projectRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  project_id: projectIdColumn,
  name: textColumn('Name as the table prints it, or the form where there is no row'),
  form_name: optionalTextColumn('Name as the form prints it; empty = no form, or the name is lost'),
  phase: choiceColumn(
    ['current', 'carryover'],
    'current = 表12, carryover = 表13; empty = found only in a form',
  ).nullable(),
  subject_code: optionalTextColumn('Functional subject; empty = the document does not say'),
  total_yuan: yuanColumn('合计 of the table row'),
  general_yuan: yuanColumn('一般公共预算 of the table row'),
  fund_yuan: yuanColumn('政府性基金预算 of the table row'),
  state_capital_yuan: yuanColumn('国有资本经营预算 of the table row'),
  special_account_yuan: yuanColumn('财政专户管理资金 of the table row'),
  unit_funds_yuan: yuanColumn('单位资金 of the table row'),
  form_whole_yuan: yuanColumn('资金总额 of the whole period (实施期) in the goal form'),
  form_year_yuan: yuanColumn('资金总额 of the year (年度) in the goal form'),
  form_central_yuan: yuanColumn('中央财政资金 of the year in the goal form'),
  form_provincial_yuan: yuanColumn('省级财政资金 of the year in the goal form'),
  form_local_yuan: yuanColumn('市县（区）财政资金 of the year in the goal form'),
  attribute: optionalTextColumn('项目属性 as printed; empty = not printed'),
  duration: optionalTextColumn('项目期 as printed; empty = not printed'),
  documents: optionalTextColumn(
    'Policy documents the form cites, by number or else 《title》, separated by ；; empty = none cited',
  ),
  url: urlColumn('The project on the page of its unit and year'),
});

/** A row of indicators.csv: one performance indicator for one span. */
export const indicatorRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  project_id: projectIdColumn,
  project_name: textColumn('Name of the project, as in projects.csv'),
  span: choiceColumn(['whole', 'year'], 'whole = 实施期, the whole period; year = 年度'),
  level1: optionalTextColumn('一级指标; empty = lost'),
  level2: optionalTextColumn('二级指标; empty = lost'),
  name: optionalTextColumn('三级指标 as printed; empty = lost or blank'),
  printed: optionalTextColumn('指标值 as printed; empty = blank'),
  comparator: choiceColumn(
    ['≥', '≤', '=', '>', '<'],
    'Comparator of the value; empty = none printed',
  ).nullable(),
  number: decimalColumn('Number of the value; empty = the value is a phrase'),
  unit: optionalTextColumn('Measure of the value; empty = none'),
  weight: optionalTextColumn('分值 as printed (self-evaluation); empty = none'),
  actual: optionalTextColumn('实际完成值 as printed (self-evaluation); empty = none'),
  score: optionalTextColumn('得分 as printed (self-evaluation); empty = none'),
  url: urlColumn('The indicator on the page of its unit and year'),
});

/** A row of findings.csv: the result of one check on one place. */
export const findingRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  check_id: textColumn('Id of the check'),
  result: choiceColumn(
    ['pass', 'difference', 'rounding', 'not-applicable', 'undecidable'],
    'Result of the check; a difference never says that someone did wrong',
  ),
  table_id: optionalTextColumn('Table to look at; empty = not in a table'),
  place: optionalTextColumn(`${sourcePlace}; empty = nothing is printed to point at`),
  left_label: optionalTextColumn('What the left side is; empty = there is none'),
  left_yuan: yuanColumn('The left side'),
  right_label: optionalTextColumn('What the right side is; empty = there is none'),
  right_yuan: yuanColumn('The right side'),
  difference_yuan: decimalColumn(
    'left − right in 元; empty = no matter of money, or a side is missing',
  ),
  message: textColumn('The fact in Chinese, with both sides'),
  url: urlColumn('The finding on the page of its unit and year'),
});

/** A row of corrections.csv: one repair of a transcription. */
export const correctionRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  correction_id: textColumn('Id of the correction within the disclosure'),
  scope: choiceColumn(
    ['cell', 'line', 'text'],
    'cell = the cell at the place; line = the whole line; text = the printed words inside the line',
  ),
  source_place: textColumn(sourcePlace),
  table_id: optionalTextColumn('Table the place belongs to; empty = not in a table'),
  printed: optionalTextColumn('What the source text has there; empty = nothing'),
  replacement: optionalTextColumn(
    'What is read instead; cells of a line are separated by tabs; empty = nothing',
  ),
  reason: textColumn('Why, in Chinese'),
  kind: choiceColumn(
    ['ocr', 'misprint', 'shifted-cell', 'lost-text'],
    'ocr = recognition error; misprint = damaged characters; shifted-cell = cells in the wrong column; lost-text = text lost and restored from the same document',
  ),
  evidence: optionalTextColumn(
    'Where in the same document the replacement can be confirmed; empty = evident from the place',
  ),
  corrected_on: z.iso.date().meta({ description: 'Date of the repair' }),
  url: urlColumn('The correction on the page of its unit and year'),
});

/** A row of documents.csv: one citation of a policy document by one project. */
export const documentRowSchema = z.strictObject({
  document_id: textColumn('Permanent id of the cited document, the slug of its page'),
  number: optionalTextColumn(
    'Document number (文号), brackets evened out where it has the usual form; empty = cited by title only',
  ),
  number_printed: optionalTextColumn('Document number as printed; empty = none printed'),
  title: optionalTextColumn('Title as cited, without 《》; empty = only a number is cited'),
  disclosure_id: disclosureIdColumn,
  project_id: projectIdColumn,
  form: optionalCountColumn('Number of the form in the document that cites it'),
  field: choiceColumn(
    ['basis', 'overview', 'necessity', 'measures', 'plan', 'goal', 'name'],
    'Field of the form that cites it',
  ),
  source_place: textColumn(sourcePlace),
  url: urlColumn('The page of the cited document'),
});

/** Rows of the files that are written record by record. */
export type LineRow = z.infer<typeof lineRowSchema>;
/** See {@link projectRowSchema}. */
export type ProjectRow = z.infer<typeof projectRowSchema>;
/** See {@link indicatorRowSchema}. */
export type IndicatorRow = z.infer<typeof indicatorRowSchema>;
/** See {@link findingRowSchema}. */
export type FindingRow = z.infer<typeof findingRowSchema>;
/** See {@link correctionRowSchema}. */
export type CorrectionRow = z.infer<typeof correctionRowSchema>;
/** See {@link documentRowSchema}. */
export type DocumentRow = z.infer<typeof documentRowSchema>;
