import { barHeight, layoutBars, type BarGroup } from './bar-layout.ts';
import { hatchFill, hatchPatterns } from './hatch-patterns.ts';
import { attribute, markup, type Html } from './html.ts';
import { formatFen, type MoneyUnit } from '../money/fen.ts';

/** What a list of bars shows. */
export interface BarList {
  /** Beginning of ids inside the SVG, unique on the page. */
  readonly id: string;
  /** Id of the element that names the picture. */
  readonly labelledBy: string;
  readonly groups: readonly BarGroup[];
  readonly moneyUnit: MoneyUnit;
}

type Layout = ReturnType<typeof layoutBars>;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function barOf(id: string, { y, share, mark, fill }: Layout['bars'][number]): Html {
  const markLine =
    mark !== null &&
    markup`<line class="mark" x1="${percent(mark)}" x2="${percent(mark)}" y1="${y - 3}" y2="${y + barHeight + 3}"></line>`;
  return markup`
    <rect class="track" x="0" y="${y}" width="100%" height="${barHeight}"></rect>
    <rect class="bar tone-${fill.tone}" x="0" y="${y}" width="${percent(share)}" height="${barHeight}"${attribute('fill', hatchFill(id, fill))}></rect>
    ${markLine}`;
}

function textOf({ kind, y, text, fen }: Layout['texts'][number], moneyUnit: MoneyUnit): Html {
  const figure =
    fen !== null && markup`<tspan data-fen="${fen}">${formatFen(fen, moneyUnit)}</tspan>`;
  return markup`
    <text class="${kind}" x="${kind === 'value' ? '100%' : 0}" y="${y}">${figure}${text}</text>`;
}

/** A list of bars as one SVG that fills the width it is given without scaling its text. */
export function barList({ id, labelledBy, groups, moneyUnit }: BarList): Html {
  const { height, texts, bars, rules } = layoutBars(groups);
  const patterns = hatchPatterns(
    id,
    bars.map(({ fill }) => fill),
  );
  return markup`
    <svg class="bar-list" role="img" aria-labelledby="${labelledBy}" width="100%" height="${height}" data-money-unit="${moneyUnit}">
      ${patterns}
      ${rules.map((y) => markup`<line class="rule" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`)}
      ${bars.map((bar) => barOf(id, bar))}
      ${texts.map((text) => textOf(text, moneyUnit))}
    </svg>`;
}
