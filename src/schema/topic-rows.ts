import { z } from 'zod';
import {
  choiceColumn,
  countColumn,
  optionalCountColumn,
  optionalTextColumn,
  textColumn,
  urlColumn,
  disclosureIdColumn,
  yuanColumn,
} from './data-columns.ts';

/**
 * A row of a topic's topic.csv: one project of the topic, or one disclosure in which nothing is found,
 * so that every disclosure of the archive is there.
 */
export const topicRowSchema = z.strictObject({
  topic: textColumn('Slug of the topic'),
  match: choiceColumn(
    ['name', 'include', 'indicator', 'none'],
    'name = the name matches; include = put in by hand; indicator = only indicators match, the amount is not all for the topic; none = nothing found in the disclosure',
  ),
  region_code: textColumn('Division code of the government of the unit'),
  region_name: textColumn('Name of the division'),
  unit_id: textColumn('Permanent id of the unit'),
  unit_name: textColumn('Name of the unit as the document prints it'),
  included_in: optionalTextColumn(
    'Unit id of the department whose budget includes this unit; never add the two; empty = none in the archive',
  ),
  year: countColumn('Budget year'),
  kind: choiceColumn(['budget', 'final-accounts'], 'budget = 预算, final-accounts = 决算'),
  disclosure_id: disclosureIdColumn,
  project_id: optionalTextColumn('Permanent id of the project; empty = nothing found'),
  name: optionalTextColumn('Name of the project, as in projects.csv; empty = nothing found'),
  form_name: optionalTextColumn('Name as the form prints it; empty = no form, or the name is lost'),
  phase: choiceColumn(
    ['current', 'carryover'],
    'current = 表12, carryover = 表13, never to be added; empty = found only in a form, or nothing found',
  ).nullable(),
  total_yuan: yuanColumn('合计 of the table row'),
  form_year_yuan: yuanColumn('资金总额 of the year (年度) in the goal form'),
  indicators: optionalCountColumn('Indicators of the form, both spans; empty = nothing found'),
  documents: optionalTextColumn(
    'Policy documents the form cites, by number or else 《title》, separated by ；; empty = none cited',
  ),
  reason: optionalTextColumn('Why it was put in by hand, in Chinese; empty = it was not'),
  url: urlColumn('The project, or the page of the disclosure'),
});

/** See {@link topicRowSchema}. */
export type TopicCsvRow = z.infer<typeof topicRowSchema>;
