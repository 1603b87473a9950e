import { lineText, type PrintedLine } from './pdf-words.ts';

/** A stretch of a line with wide gaps on both sides. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

type Band = readonly [from: number, to: number];

/** Gap between columns, as a share of the size of the text: beside a number less is enough. */
const [wideGap, numberGap] = [0.8, 0.45];
const number = /^-?\d[\d,]*(?:\.\d+)?$/u;

function piecesOf(line: PrintedLine): Piece[] {
  const pieces: { text: string; from: number; to: number }[] = [];
  for (const { text, left, right, size } of line.words) {
    const last = pieces.at(-1);
    const beside = number.test(text) || number.test(last?.text ?? '');
    if (last !== undefined && left - last.to <= size * (beside ? numberGap : wideGap)) {
      last.text += ` ${text}`;
      last.to = right;
    } else pieces.push({ text, from: left, to: right });
  }
  return pieces;
}

const isNumbering = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ text }, i) => text === String(i + 1));

const hasAmounts = (pieces: readonly Piece[]): boolean =>
  pieces.length > 1 && pieces.some(({ text }) => number.test(text)) && !isNumbering(pieces);

/** A line that ends a table: the only piece is the title of the next. */
const isTitle = (pieces: readonly Piece[]): boolean =>
  pieces.length === 1 && /^.{4,60}表(?:[(（][^()（）]*[)）])?$/u.test(pieces[0]?.text ?? '');

const meet = ({ from, to }: Piece, [start, end]: Band): boolean => from < end && to > start;

/** Stretches of the page on which any of the pieces prints. */
function covered(pieces: readonly Piece[]): Band[] {
  const bands: [number, number][] = [];
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = bands.at(-1);
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else bands.push([from, to]);
  }
  return bands;
}

/** The heads with no other head below them, left to right. */
function lowest(heads: readonly (readonly Piece[])[]): Piece[] {
  const found: Piece[] = [];
  for (const pieces of heads.toReversed())
    found.push(...pieces.filter((one) => !found.some(({ from, to }) => meet(one, [from, to]))));
  return found.toSorted((a, b) => a.from - b.from);
}

/**
 * The columns with their heads: a head over no column belongs to the column without a head that is the
 * only one between its neighbours', else it is a column of its own in which nothing is printed.
 */
function withHeads(bands: readonly Band[], heads: readonly Piece[]): Band[] {
  const all = [...bands];
  heads.forEach((head, i) => {
    if (all.some((band) => meet(head, band))) return;
    const from = heads[i - 1]?.to ?? -Infinity;
    const to = heads[i + 1]?.from ?? Infinity;
    const free = all.findIndex(
      (band) => band[0] >= from && band[1] <= to && !heads.some((one) => meet(one, band)),
    );
    const band = all[free];
    if (band === undefined) all.push([head.from, head.to]);
    else all[free] = [Math.min(band[0], head.from), Math.max(band[1], head.to)];
  });
  return all.toSorted(([a], [b]) => a - b);
}

/** The columns as a row of texts shows them: one that holds several of its pieces is several. */
function refined(bands: readonly Band[], row: readonly Piece[]): Band[] {
  const parts = bands.flatMap((band): Band[] => {
    const inside = row.filter(({ from, to }) => from + to > 2 * band[0] && from + to < 2 * band[1]);
    const cuts = inside.slice(1).map(({ from }, i) => ((inside[i]?.to ?? from) + from) / 2);
    const edges = [band[0], ...cuts, band[1]];
    return edges.slice(1).map((end, i): Band => [edges[i] ?? end, end]);
  });
  const added = row.filter((piece) => !parts.some((band) => meet(piece, band)));
  return [...parts, ...added.map(({ from, to }): Band => [from, to])].toSorted(([a], [b]) => a - b);
}

function bandsOf(run: readonly (readonly Piece[])[]): Band[] {
  const first = run.findIndex(hasAmounts);
  const heads = run.slice(0, Math.max(first, 0)).filter((one) => !isNumbering(one));
  const bands = withHeads(covered(run.filter(hasAmounts).flat()), lowest(heads));
  return run.filter((one) => one.length > 3 && !hasAmounts(one)).reduce(refined, bands);
}

/** The texts of a row by column; undefined when two of them stand in the same. */
function inBands(pieces: readonly Piece[], bands: readonly Band[]): string | undefined {
  const texts = bands.map(() => '');
  for (const piece of pieces) {
    const at = Math.max(
      bands.findIndex((band) => meet(piece, band)),
      0,
    );
    if (texts[at] !== '') return undefined;
    texts[at] = piece.text;
  }
  return texts.join('\t');
}

/** Lines of one table: from a line of several pieces to the next title or the next wide gap. */
function runsOf(lines: readonly PageLine[]): PageLine[][] {
  const runs: PageLine[][] = [[]];
  let before: PageLine | undefined;
  for (const one of lines) {
    const pieces = piecesOf(one.line);
    const distance = one.line.baseline - (before?.line.baseline ?? 0);
    const apart = before?.page === one.page && distance > one.line.size * 2.6;
    const alone = pieces.length < 2 && (apart || runs.at(-1)?.length === 0);
    if (isTitle(pieces) || alone) runs.push([]);
    else if (apart) runs.push([one]);
    else runs.at(-1)?.push(one);
    before = one;
  }
  return runs;
}

/** A line outside ruled tables, with its page. */
export interface PageLine {
  readonly page: number;
  readonly line: PrintedLine;
}

/**
 * The texts of lines outside ruled tables: cells separated by tabs where they are rows of a table, by
 * the columns of the page on which its rows print; words separated by blanks elsewhere. The lines are
 * those between two ruled tables, over pages.
 */
export function unruledTexts(lines: readonly PageLine[]): Map<PageLine, string> {
  const texts = new Map(lines.map((one) => [one, lineText(one.line)]));
  for (const run of runsOf(lines)) {
    const pieces = run.map(({ line }) => piecesOf(line));
    if (pieces.filter((one) => one.length > 2 && hasAmounts(one)).length < 2) continue;
    const bands = bandsOf(pieces);
    if (bands.length < 3) continue;
    run.forEach((one, i) => texts.set(one, inBands(pieces[i] ?? [], bands) ?? lineText(one.line)));
  }
  return texts;
}
