import { z } from 'zod';
import {
  choiceColumn,
  countColumn,
  disclosureIdColumn,
  optionalCountColumn,
  optionalTextColumn,
  textColumn,
  urlColumn,
  yuanColumn,
} from './data-columns.ts';

/** A row of disclosures.csv: one unit × one year × one kind. */
export const disclosureRowSchema = z.strictObject({
  disclosure_id: disclosureIdColumn,
  unit_id: textColumn('Permanent id of the unit'),
  unit_name: textColumn('Name of the unit as this document prints it'),
  region_code: textColumn('Six-digit division code (GB/T 2260)'),
  region_name: textColumn('Name of the division in regions.csv'),
  supervising_department: optionalTextColumn('主管部门 as the forms print it; empty = not printed'),
  year: countColumn('Budget year (预算年度)'),
  kind: choiceColumn(
    ['budget', 'final-accounts'],
    'budget = 预算; final-accounts = 决算, the outcome of the same money, never added to a budget',
  ),
  table_set: textColumn('Id of the table set of the document'),
  source_file: textColumn('File name of the source as imported'),
  source_sha256: textColumn('SHA-256 of the source, lower-case hexadecimal'),
  revenue_total_yuan: yuanColumn('收入总计 of 表1; of final accounts 总计 of 收入支出决算总表'),
  expenditure_total_yuan: yuanColumn('支出总计 of 表1; of final accounts 总计 of 收入支出决算总表'),
  basic_yuan: yuanColumn('基本支出 of the total row of 表3; of final accounts of 支出决算表'),
  project_yuan: yuanColumn('项目支出 of the total row of 表3; of final accounts of 支出决算表'),
  carryover_yuan: yuanColumn('上年结转 of 表1; of final accounts 年初结转和结余'),
  projects: countColumn('Number of projects'),
  indicators: countColumn('Number of indicators, each span counted'),
  findings_difference: countColumn('Number of findings whose result is difference'),
  url: urlColumn('The page of the unit and year'),
});

/** A row of regions.csv: one division, with or without documents. */
export const regionRowSchema = z.strictObject({
  region_code: textColumn('Six-digit division code (GB/T 2260)'),
  name: textColumn('Official name'),
  short_name: textColumn('Name without its level suffix where that is usual'),
  level: choiceColumn(['province', 'prefecture', 'county'], '省, 市, 县'),
  parent_code: optionalTextColumn('Code of the division above; empty for provinces'),
  valid_from: optionalCountColumn('First year of code and name; empty = not known to be limited'),
  valid_to: optionalCountColumn('Last year of code and name; empty = still valid'),
  units: countColumn('Units in the archive here and below'),
  disclosures: countColumn('Disclosures in the archive here and below'),
  url: urlColumn('The page of the division'),
});

/** A row of subjects.csv: one printed name of one functional subject. */
export const subjectRowSchema = z.strictObject({
  subject_code: textColumn('Code of the functional subject: 类 3, 款 5, 项 7 digits'),
  name: textColumn('Name most documents print for the code'),
  level: choiceColumn(['class', 'section', 'item'], 'class = 类, section = 款, item = 项'),
  parent_code: optionalTextColumn('Code one level up; empty for 类'),
  printed_name: textColumn('A name as printed; one row for each name of the code'),
  first_year: countColumn('First year a document prints this name'),
  last_year: countColumn('Last year a document prints this name'),
  disclosures: countColumn('Number of disclosures that print this name'),
  url: urlColumn('The page of the functional subject'),
});

/** See {@link disclosureRowSchema}. */
export type DisclosureRow = z.infer<typeof disclosureRowSchema>;
/** See {@link regionRowSchema}. */
export type RegionRow = z.infer<typeof regionRowSchema>;
/** See {@link subjectRowSchema}. */
export type SubjectRow = z.infer<typeof subjectRowSchema>;
