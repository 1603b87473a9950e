import { lineText, type LooseLine, type PdfLine } from './pdf-lines.ts';
import type { PdfText } from './pdf-page.ts';

/** A piece of a line that stands apart from its neighbours. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

const isAmount = (text: string): boolean => /^-?\d[\d,]*(?:\.\d+)?$/u.test(text);

/** The pieces of a line: cut where the gap is wide, beside an amount where there is one. */
function piecesOf(line: PdfLine): Piece[] {
  const groups: PdfText[][] = [];
  for (const text of line.texts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const beside = last !== undefined && (isAmount(last.text) || isAmount(text.text));
    const wide = text.size * (beside ? 0.4 : 0.8);
    if (last !== undefined && text.left - last.right <= wide) group?.push(text);
    else groups.push([text]);
  }
  return groups.map((texts) => ({
    text: lineText({ ...line, texts }),
    left: texts[0]?.left ?? 0,
    right: texts.at(-1)?.right ?? 0,
  }));
}

/** Whether a line closes the table before it: the title of the next. */
const isTitle = (pieces: readonly Piece[]): boolean =>
  pieces.length === 1 && /^.{4,60}表(?:[(（][^()（）]*[)）])?$/u.test(pieces[0]?.text ?? '');

interface CutLine {
  readonly line: LooseLine;
  readonly pieces: readonly Piece[];
}

/**
 * Runs of lines that are a table: they stand close to each other, over the end of a page too, and
 * several have three pieces.
 */
function tableRuns(lines: readonly CutLine[]): CutLine[][] {
  const runs: CutLine[][] = [[]];
  let last: LooseLine | undefined;
  for (const one of lines) {
    const { line, pieces } = one;
    const apart = line.page === last?.page && line.baseline - last.baseline > line.size * 2.6;
    const run = runs.at(-1);
    const opens = run?.length === 0;
    if (isTitle(pieces) || (pieces.length < 2 && (opens || apart))) runs.push([]);
    else if (apart || run === undefined) runs.push([one]);
    else run.push(one);
    last = line;
  }
  return runs.filter((run) => run.filter(({ pieces }) => pieces.length > 2).length > 1);
}

type Band = readonly [number, number];

const overlap = ([from, to]: Band, { left, right }: Piece): number =>
  Math.min(to, right) - Math.max(from, left);

/** The bands with a piece added, those it touches made one with it. */
function withPiece(bands: readonly Band[], { left, right }: Piece): Band[] {
  const met = bands.filter((band) => overlap(band, { text: '', left, right }) > 0);
  const grown: Band = [
    Math.min(left, ...met.map(([from]) => from)),
    Math.max(right, ...met.map(([, to]) => to)),
  ];
  return [...bands.filter((band) => !met.includes(band)), grown].toSorted(([a], [b]) => a - b);
}

/**
 * Columns by where the rows with amounts print. A head that stands beside the amounts of its column
 * widens it; a head with nothing printed below is a column of its own.
 */
function bandsOf(run: readonly CutLine[]): Band[] {
  const isNumbering = ({ pieces }: CutLine): boolean =>
    pieces.every(({ text }, i) => text === String(i + 1));
  const isBody = (line: CutLine): boolean =>
    line.pieces.length > 1 && line.pieces.some(({ text }) => isAmount(text)) && !isNumbering(line);
  let bands: Band[] = [];
  for (const { pieces } of run.filter(isBody))
    for (const piece of pieces) bands = withPiece(bands, piece);
  const above = run.slice(0, Math.max(run.findIndex(isBody), 0));
  const heads = above.filter((line) => !isNumbering(line)).toReversed();
  const leaves = lowestHeads(heads.map(({ pieces }) => pieces));
  for (const piece of leaves) {
    const met = bands.some((band) => overlap(band, piece) > 0);
    if (!met) bands = withPiece(bands, widened(piece, bands, leaves));
  }
  const rest = run.filter((line) => !isBody(line) && line.pieces.length > 3);
  for (const { pieces } of rest) {
    bands = parted(bands, pieces);
    const alone = pieces.filter((piece) => bands.every((band) => overlap(band, piece) <= 0));
    bands = alone.reduce(withPiece, bands);
  }
  return bands;
}

/** The bands, each cut where a row of many pieces has several in it. */
function parted(bands: readonly Band[], pieces: readonly Piece[]): Band[] {
  return bands.flatMap((band) => {
    const inside = pieces.filter(({ left, right }) => {
      const middle = (left + right) / 2;
      return middle >= band[0] && middle <= band[1];
    });
    const cuts = inside.slice(1).map(({ left }, i) => (left + (inside[i]?.right ?? left)) / 2);
    const edges = [band[0], ...cuts, band[1]];
    return edges.slice(1).map((to, i): Band => [edges[i] ?? band[0], to]);
  });
}

/** The heads that have no other head below them, left to right; rows come from the lowest up. */
function lowestHeads(rows: readonly (readonly Piece[])[]): Piece[] {
  const lowest: Piece[] = [];
  for (const pieces of rows) {
    const own = pieces.filter(
      (piece) => !lowest.some(({ left, right }) => overlap([left, right], piece) > 0),
    );
    lowest.push(...own);
  }
  return lowest.toSorted((a, b) => a.left - b.left);
}

/** A head together with the nearest column without a head that stands between its neighbours. */
function widened(piece: Piece, bands: readonly Band[], heads: readonly Piece[]): Piece {
  const others = heads.filter((head) => head !== piece);
  const from = Math.max(...others.map(({ right }) => right).filter((x) => x <= piece.left));
  const to = Math.min(...others.map(({ left }) => left).filter((x) => x >= piece.right));
  const [free] = bands
    .filter((band) => band[0] >= from && band[1] <= to + 1)
    .filter((band) => !others.some((head) => overlap(band, head) > 0))
    .toSorted((a, b) => overlap(b, piece) - overlap(a, piece));
  if (free === undefined) return piece;
  return { ...piece, left: Math.min(piece.left, free[0]), right: Math.max(piece.right, free[1]) };
}

function inColumns(pieces: readonly Piece[], bands: readonly Band[]): string[] {
  const texts = bands.map(() => '');
  for (const piece of pieces) {
    const overlaps = bands.map((band) => overlap(band, piece));
    const met = overlaps.findIndex((width) => width > 0);
    const wide = overlaps.filter((width) => width > 0).length > 1;
    const column = wide ? met : overlaps.indexOf(Math.max(...overlaps));
    const before = texts[column] ?? '';
    texts[column] = before === '' ? piece.text : `${before} ${piece.text}`;
  }
  return texts;
}

/**
 * Texts by column for the lines that are rows of a table without rules; other lines are not among
 * them. The lines are those between two ruled tables, over pages.
 */
export function cutColumns(lines: readonly LooseLine[]): Map<LooseLine, string[]> {
  const columns = new Map<LooseLine, string[]>();
  for (const run of tableRuns(lines.map((line) => ({ line, pieces: piecesOf(line) })))) {
    const bands = bandsOf(run);
    if (bands.length < 3) continue;
    for (const { line, pieces } of run) columns.set(line, inColumns(pieces, bands));
  }
  return columns;
}
