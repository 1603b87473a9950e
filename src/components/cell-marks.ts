import type { FindingMarks } from './finding-marks.ts';
import { markup, type Html } from './html.ts';
import { href } from './href.ts';
import { originalPage } from '../format/original-place.ts';
import { correctionAnchor, findingAnchor } from '../format/url.ts';
import type { Amount } from '../schema/amount.ts';
import type { Place } from '../schema/place.ts';

/** A mark beside what differences point at, leading to the first of them; null where there is none. */
export function differenceMark({ differences }: FindingMarks, anchor: string): Html | null {
  const numbers = differences.get(anchor);
  const first = numbers?.[0];
  if (numbers === undefined || first === undefined) return null;
  const count = numbers.length > 1 && ` ${numbers.length}`;
  return markup`<a class="cell-mark result-difference" href="#${findingAnchor(first)}">差异${count}</a>`;
}

/** A mark beside what a correction repairs, leading to it; null where there is none. */
export const correctionMark = (correction: string | undefined): Html | null =>
  correction === undefined
    ? null
    : markup`<a class="cell-mark" href="#${correctionAnchor(correction)}">更正</a>`;

/** A link to the page of the kept source that a place stands on; null where there is none. */
export function originalLink(place: Place, original: string | null): Html | null {
  const target = originalPage(original, place);
  if (target === null) return null;
  const { page, path } = target;
  return markup`
    <a class="original-link" href="${href(path)}" title="原件第 ${page} 页">
      原件<span class="visually-hidden">第 ${page} 页</span>
    </a>`;
}

/** A printed amount outside a statutory table; nothing at all where the cell prints nothing. */
export function printedAmount(amount: Amount | null): Html | null {
  if (amount === null) return null;
  const { fen, moneyUnit, place, read, printed, correction } = amount;
  return markup`
    <data class="amount" value="${fen}" data-money-unit="${moneyUnit}" data-place="${place}">
      ${read ?? printed}
    </data>
    ${correctionMark(correction)}`;
}
