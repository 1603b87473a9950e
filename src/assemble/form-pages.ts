import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { isFooter, isNameLabel } from './form-stages.ts';
import type { Place } from '../schema/place.ts';

/** The rows from one form title, or what stands for it, to the next. */
export interface FormPage {
  /** Printed title; null = none is printed before these rows. */
  readonly title: string | null;
  readonly place: Place;
  /** Rows after the title. */
  readonly rows: readonly FormRow[];
}

/** Whether a row is the title of a performance form, not a sentence that mentions one. */
export function isFormTitle(row: FormRow): boolean {
  const text = compact(row.text);
  if (text.length > 50 || /[,。;:《》、]/u.test(text)) return false;
  return /绩效(?:目标|自评|目标自评)(?:申报|批复|评价)?表(?:\([^()]*\))?$/u.test(text);
}

/** Whether a row says who fills in the form (填列单位), which heads forms without a title. */
const isFillingUnit = (row: FormRow): boolean => /^填[列报表]单位/u.test(compact(row.text));

/** Whether a text is the number or the title of a statutory table. */
const isTableTitle = (text: string): boolean =>
  /^(?:预算|部门|单位)?公开表\d+$/u.test(text) ||
  /^(?:表[一二三四五六七八九十\d]+[:、.]?)?(?:19|20)\d{2}年[^,。;:]{2,40}(?:总表|预算表|支出表|收入表|统计表)(?:\([^()]*\))?$/u.test(
    text,
  );

/** Whether a row is the heading of the part, section or table that follows the forms. */
function isSectionHeading(row: FormRow, afterFooter: boolean): boolean {
  const text = compact(row.text);
  if (/^第[一二三四五六七八九十]+部分/u.test(text)) return true;
  if (row.tokens.length > 3 || text.length > 60) return false;
  if (isTableTitle(text)) return true;
  const heading = /^[一二三四五六七八九十]{1,3}、(.+)$/u.exec(text)?.[1];
  if (heading === undefined) return false;
  const known = /国有资产|资产占有|其他说明|其它说明|名词解释|政府采购情况|机关运行经费/u.test(
    heading,
  );
  return known || (afterFooter && heading.length < 25);
}

/** Whether row `i` is the name row of a form: 主管部门 or 实施单位 is printed in one of the next rows. */
function isNameRow(rows: readonly FormRow[], i: number): boolean {
  const row = rows[i];
  const labelled = row?.tokens.slice(0, 2).some((token) => isNameLabel(token.text)) ?? false;
  if (!labelled) return false;
  const next = rows.slice(i, i + 5).map((other) => compact(other.text));
  return next.some((text) => /管部门|实施单位/u.test(text));
}

interface OpenPage {
  title: string | null;
  place: Place;
  rows: FormRow[];
  named: boolean;
  footed: boolean;
}

/**
 * The form pages of a document in order: cut at every form title, at every 填列单位 row, and at a
 * name row where the page has a name row already. Rows before the first and after the section
 * heading that follows the last belong to no page.
 */
export function cutFormPages(rows: readonly FormRow[]): FormPage[] {
  const pages: OpenPage[] = [];
  let open: OpenPage | undefined;
  const start = (title: string | null, row: FormRow): OpenPage => {
    const page = { title, place: row.place, rows: [], named: false, footed: false };
    pages.push(page);
    return page;
  };
  rows.forEach((row, i) => {
    const named = isNameRow(rows, i);
    if (isFormTitle(row)) {
      open = start(row.text, row);
      return;
    }
    if (isFillingUnit(row)) open = start(null, row);
    else if (open !== undefined && isSectionHeading(row, open.footed)) open = undefined;
    else if (named && (open === undefined || open.named)) open = start(null, row);
    if (open === undefined) return;
    open.rows.push(row);
    open.named ||= named;
    open.footed ||= isFooter(row);
  });
  return pages.filter((page) => page.rows.length > 1);
}
