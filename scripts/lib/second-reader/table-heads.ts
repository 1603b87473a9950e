import type { MoneyColumn } from '../../../src/schema/table-set.ts';
import { withoutBlanks } from './plain-text.ts';
import { lineNumberCells, tableNumbers, type TableRegion } from './table-amounts.ts';

/** What the head of a column says when it is surely one column and no other. */
const headWords: readonly (readonly [MoneyColumn, RegExp])[] = [
  ['general', /一般公共/u],
  ['fund', /政府性/u],
  ['state_capital', /国有资/u],
  ['special_account', /财政专户/u],
  ['unit_funds', /单位资金/u],
  ['carryover', /结转(?!和结余)/u],
  ['opening', /年初结转和结余/u],
  ['closing', /年末结转和结余/u],
  ['appropriation', /财政拨款收入/u],
  ['superior_subsidy', /上级补助/u],
  ['undertaking', /事业收入/u],
  ['business', /经营(?:收入|支出)/u],
  ['subordinate_remittance', /附属单位上缴/u],
  ['other', /其他收入/u],
  ['superior_remittance', /上缴上级/u],
  ['subordinate_subsidy', /附属单位补助/u],
  ['current', /当年/u],
  ['basic', /基本支出/u],
  ['project', /项目支出/u],
  ['personnel', /人员经费/u],
  ['public', /公用经费/u],
  ['total', /合计|小计/u],
];

/** The text above each cell of a table, by cell counted from 1: all lines before the first number. */
export function tableHeads(
  lines: readonly string[],
  region: TableRegion,
): ReadonlyMap<number, string> {
  const heads = new Map<number, string>();
  const lineNumbers = lineNumberCells(lines, region);
  for (let n = region.start + 1; n < region.end; n += 1) {
    const line = lines[n - 1] ?? '';
    if (tableNumbers(line, n, lineNumbers).length > 0) break;
    if (!line.includes('\t')) continue;
    line.split('\t').forEach((text, i) => {
      heads.set(i + 1, `${heads.get(i + 1) ?? ''} ${withoutBlanks(text)}`);
    });
  }
  return heads;
}

/**
 * The column a head names, when it names exactly one; undefined for heads that name none or several
 * (a head over several columns, or one that is damaged).
 */
export function recogniseColumn(head: string): MoneyColumn | undefined {
  const named = headWords.filter(([, words]) => words.test(head)).map(([column]) => column);
  return named.length === 1 ? named[0] : undefined;
}
