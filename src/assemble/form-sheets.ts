import { readFormHead } from './form-head.ts';
import { readFormMoney } from './form-money.ts';
import type { FormPage } from './form-pages.ts';
import type { FormRow } from './form-rows.ts';
import { cutFormSections } from './form-sections.ts';
import type { FormStage } from './form-stages.ts';
import { isBefore, stageOf } from './form-stages.ts';
import { isFullLevel2 } from './indicator-vocabulary.ts';
import type { Place } from '../schema/place.ts';

/** The rows of one form, gathered from the pages it is printed on. */
export interface FormSheet {
  readonly title: string | null;
  readonly place: Place;
  readonly rows: readonly FormRow[];
  /** Whether the head of another form is printed where this form's own title or head should be. */
  readonly covered: boolean;
}

/** Forms untangled from pages whose texts overlap. */
export interface UntangledForms {
  readonly sheets: FormSheet[];
  /** Places of heads of an earlier form that show through on the page of another. */
  readonly ghosts: { readonly place: Place; readonly name: string }[];
}

interface OpenSheet {
  title: string | null;
  place: Place;
  rows: FormRow[];
  covered: boolean;
}

const printsIndicator = (row: FormRow): boolean =>
  row.tokens.some((token) => isFullLevel2(token.text)) && row.tokens.length > 2;
const isComplete = (rows: readonly FormRow[]): boolean => rows.some(printsIndicator);

/** Number of rows before the first row that stands further up the form than the rows above it. */
function rowsBeforeJump(rows: readonly FormRow[]): number {
  let last: FormStage | undefined;
  for (const [i, row] of rows.entries()) {
    const stage = stageOf(row);
    if (stage === undefined) continue;
    if (last !== undefined && isBefore(stage, last) && isBefore('money-other', last)) return i;
    last = stage;
  }
  return rows.length;
}

/** Name and totals by which a head that shows through is known again; undefined without a name or total. */
function headKey(rows: readonly FormRow[]): { name: string; key: string } | undefined {
  const { head, money } = cutFormSections(rows);
  const { name } = readFormHead(head);
  const { whole, year } = readFormMoney(money);
  if (name === null || whole?.total == null || year?.total == null) return undefined;
  return { name, key: [name, whole.total.fen, year.total.fen].join('|') };
}

function lastStage(rows: readonly FormRow[]): FormStage | undefined {
  return rows.map(stageOf).findLast((stage) => stage !== undefined);
}

/** Whether `rows` go on where the unfinished form broke off. */
function continues(open: OpenSheet | undefined, rows: readonly FormRow[]): open is OpenSheet {
  const first = rows.map(stageOf).find((stage) => stage !== undefined);
  const last = open === undefined ? undefined : lastStage(open.rows);
  if (open === undefined || first === undefined || last === undefined) return false;
  return !isComplete(open.rows) && isBefore(last, first);
}

/**
 * One sheet per form. Where pages overlap, the head of an earlier form can be printed again on the
 * page of another: a head with the name and totals of a form already complete, without indicators
 * of its own. It is left out; what follows it goes on with the form that broke off before, or is a
 * form whose own head is lost.
 */
export function untangleForms(pages: readonly FormPage[]): UntangledForms {
  const sheets: OpenSheet[] = [];
  const ghosts: { place: Place; name: string }[] = [];
  const complete = new Set<string>();
  let ghostBefore = false;
  for (const page of pages) {
    const cut = rowsBeforeJump(page.rows);
    const head = page.rows.slice(0, cut);
    const known = headKey(head);
    if (known === undefined || !complete.has(known.key) || isComplete(head)) {
      const covered = ghostBefore && page.title === null;
      sheets.push({ title: page.title, place: page.place, rows: [...page.rows], covered });
      if (known !== undefined && isComplete(page.rows)) complete.add(known.key);
      ghostBefore = false;
      continue;
    }
    ghosts.push({ place: page.place, name: known.name });
    const rest = page.rows.slice(cut);
    const open = sheets.at(-1);
    ghostBefore = rest.length === 0;
    if (continues(open, rest)) open.rows.push(...rest);
    else if (rest[0] !== undefined) {
      sheets.push({ title: null, place: rest[0].place, rows: rest, covered: true });
    }
  }
  return { sheets, ghosts };
}
