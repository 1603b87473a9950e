import { labelGap, layoutFlow, lineHeight, nodeWidth } from './flow-layout.ts';
import type { FlowView } from './flow-model.ts';
import { hatchFill, hatchPatterns } from './hatch-patterns.ts';
import { attribute, markup, type Html } from './html.ts';
import { formatFen, type MoneyUnit } from '../money/fen.ts';

type Layout = ReturnType<typeof layoutFlow>;

const round = (value: number): number => Math.round(value * 10) / 10;

function nodeOf(id: string, placed: Layout['nodes'][number], moneyUnit: MoneyUnit): Html {
  const { node, x, y, height, fill, lines, textY } = placed;
  const textX = round(x + nodeWidth + labelGap);
  const lineY = (i: number): number => round(textY + i * lineHeight);
  return markup`
    <rect class="bar tone-${fill.tone}" x="${round(x)}" y="${round(y)}" width="${nodeWidth}" height="${round(height)}"${attribute('fill', hatchFill(id, fill))}></rect>
    <text class="label">
      ${lines.map((line, i) => markup`<tspan x="${textX}" y="${lineY(i)}">${line}</tspan>`)}
      <tspan class="figure" x="${textX}" y="${lineY(lines.length)}" data-fen="${node.fen}">
        ${formatFen(node.fen, moneyUnit)}
      </tspan>
    </text>`;
}

/**
 * The money from left to right as standing bars joined by bands; for wide screens and paper. Ids inside
 * the SVG begin with `id`; `labelledBy` is the id of the element that names the picture.
 */
export function flowDiagram(id: string, labelledBy: string, view: FlowView): Html {
  const { width, height, headings, nodes, ribbons } = layoutFlow(view);
  const patterns = hatchPatterns(
    id,
    nodes.map(({ fill }) => fill),
  );
  return markup`
    <svg class="flow-diagram" role="img" aria-labelledby="${labelledBy}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" data-money-unit="${view.moneyUnit}">
      ${patterns}
      ${ribbons.map(({ path, tone }) => markup`<path class="ribbon tone-${tone}" d="${path}"></path>`)}
      ${headings.map(({ label, x }) => markup`<text class="note" x="${round(x)}" y="14">${label}</text>`)}
      ${nodes.map((node) => nodeOf(id, node, view.moneyUnit))}
    </svg>`;
}
