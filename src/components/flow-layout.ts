import { breakLabel } from '../format/break-label.ts';
import type { FlowLevel, FlowLink, FlowNode, FlowView } from './flow-model.ts';

/** How a part is filled: one of the six colours of charts, plain or hatched. */
export interface Fill {
  readonly tone: 1 | 2 | 3 | 4 | 5 | 6;
  readonly isHatched: boolean;
}

/** A part of the picture: a standing bar with its name beside it, all in pixels. */
export interface PlacedNode {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly fill: Fill;
  /** The name in lines; the amount follows as one more. */
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly textY: number;
}

/** Money between two parts as the outline of a band. */
export interface Ribbon {
  readonly path: string;
  readonly tone: Fill['tone'];
}

/** The picture of the money as bars and bands, in pixels. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly { readonly label: string; readonly x: number }[];
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly Ribbon[];
}

/** Width of a bar, between it and its name, and from line to line of the name. */
export const nodeWidth = 14;
export const labelGap = 8;
export const lineHeight = 18;

/** Widest picture, and widest way from one level to the next. */
const mostWidth = 940;
const mostStep = 320;
/** Room for the names of the last level, and of the others. */
const lastRoom = 250;
const lastCharacters = 15;
const charactersPerLine = 12;
/** Height of the whole money, of the headings, and between two parts. */
const wholeHeight = 320;
const headingHeight = 32;
const partGap = 10;

/** The picture of a view, levels from left to right, every amount on one scale. */
export function layoutFlow(view: FlowView): FlowLayout {
  const scale = wholeHeight / view.totalFen;
  const steps = view.levels.length - 1;
  const step = Math.min(mostStep, (mostWidth - lastRoom - nodeWidth) / steps);
  const columns = view.levels.map((level, i) =>
    placeLevel(level, {
      x: i * step,
      scale,
      characters: i === view.levels.length - 1 ? lastCharacters : charactersPerLine,
    }),
  );
  const bodyHeight = Math.max(...columns.map(({ height }) => height));
  const nodes = columns.flatMap((column) =>
    column.nodes.map((placed) => {
      const shift = headingHeight + (bodyHeight - column.height) / 2;
      return { ...placed, y: placed.y + shift, textY: placed.textY + shift };
    }),
  );
  return {
    width: steps * step + nodeWidth + lastRoom,
    height: Math.ceil(headingHeight + bodyHeight),
    headings: view.levels.map(({ label }, i) => ({ label, x: i * step })),
    nodes,
    ribbons: drawRibbons(view.links, nodes, scale),
  };
}

interface ColumnPlan {
  readonly x: number;
  readonly scale: number;
  readonly characters: number;
}

/** The parts of a level below one another, each with room for its name. */
function placeLevel(
  { id, nodes }: FlowLevel,
  { x, scale, characters }: ColumnPlan,
): { nodes: PlacedNode[]; height: number } {
  let top = 0;
  const placed = nodes.map((node) => {
    const height = Math.max(1, node.fen * scale);
    const lines = breakLabel(node.name, characters, 3);
    const textHeight = (lines.length + 1) * lineHeight;
    const room = Math.max(height, textHeight);
    const y = top + (room - height) / 2;
    const textY = top + (room - textHeight) / 2 + lineHeight - 4;
    top += room + partGap;
    return { node, x, y, height, fill: nodeFill(id, node), lines, textY };
  });
  return { nodes: placed, height: top - partGap };
}

const sourceTones: Readonly<Record<string, Fill['tone']>> = {
  'source-general': 3,
  'source-fund': 4,
  'source-state_capital': 1,
  'source-special_account': 6,
  'source-unit_funds': 2,
};

/** Basic and project expenditure look as they do in the other charts; carried-over money is hatched. */
export function nodeFill(level: FlowLevel['id'], { id, isCarryover }: FlowNode): Fill {
  if (level === 'sources') return { tone: sourceTones[id] ?? 5, isHatched: isCarryover };
  if (level === 'subjects') return { tone: 6, isHatched: false };
  if (id === 'kind-basic') return { tone: 1, isHatched: false };
  return { tone: 2, isHatched: true };
}

/** Bands between the parts, stacked at each end in the order of the parts at the other. */
function drawRibbons(
  links: readonly FlowLink[],
  nodes: readonly PlacedNode[],
  scale: number,
): Ribbon[] {
  const order = new Map(nodes.map((placed, i) => [placed.node.id, { placed, i }]));
  const rank = (id: string): number => order.get(id)?.i ?? 0;
  const sorted = [...links].sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  const used = new Map<string, number>();
  const takePlace = (key: string, height: number): number => {
    const offset = used.get(key) ?? 0;
    used.set(key, offset + height);
    return offset;
  };
  return sorted.flatMap(({ from, to, fen }) => {
    const start = order.get(from)?.placed;
    const end = order.get(to)?.placed;
    if (start === undefined || end === undefined) return [];
    const thickness = Math.max(0.75, fen * scale);
    const startY = start.y + takePlace(`${from} out`, fen * scale);
    const endY = end.y + takePlace(`${to} in`, fen * scale);
    const tone = end.node.id.startsWith('kind-') ? end.fill.tone : start.fill.tone;
    return { path: band(start.x + nodeWidth, startY, end.x, endY, thickness), tone };
  });
}

/** The outline of a band of even thickness from one point to another. */
function band(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
  const n = (value: number): string => String(Math.round(value * 10) / 10);
  const middle = n((x0 + x1) / 2);
  const [a, b, c, d] = [n(y0), n(y1), n(y1 + thickness), n(y0 + thickness)];
  return `M${n(x0)} ${a}C${middle} ${a} ${middle} ${b} ${n(x1)} ${b}V${c}C${middle} ${c} ${middle} ${d} ${n(x0)} ${d}Z`;
}
