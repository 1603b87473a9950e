import fc from 'fast-check';

/** What publishers do to one and the same document: each function makes a text differently damaged. */

const inserted = (lines: readonly string[], at: readonly number[], text: (i: number) => string) => {
  const result = [...lines];
  [...at]
    .sort((a, b) => b - a)
    .forEach((position, i) => result.splice(position % (lines.length + 1), 0, text(i)));
  return result.join('\n');
};

const positions = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 25 });

/** Blank lines, also with blanks in them, anywhere. */
export const blankLines = (text: string) =>
  fc
    .tuple(positions, fc.array(fc.constantFrom('', ' ', '   ', '　'), { minLength: 1 }))
    .map(([at, blanks]) => inserted(text.split('\n'), at, (i) => blanks[i % blanks.length] ?? ''));

/** Page numbers as they are printed at the foot of a page, anywhere. */
export const pageNumbers = (text: string) =>
  fc
    .tuple(
      positions,
      fc.constantFrom(
        (n: number) => `— ${n} —`,
        (n: number) => `- ${n} -`,
        (n: number) => `－${n}－`,
        (n: number) => `第 ${n} 页`,
        (n: number) => `第${n}页 共30页`,
        (n: number) => ` ${n}`,
      ),
    )
    .map(([at, print]) => inserted(text.split('\n'), at, (i) => print(i + 1)));

const fullWidth = (text: string, signs: RegExp) =>
  text.replaceAll(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Full-width digits, points and separators in some of the lines that print amounts. */
export const fullWidthAmounts = (text: string) =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 4 })).map(([step, offset]) =>
    text
      .split('\n')
      .map((line, i) => (i % step === offset % step ? widened(line) : line))
      .join('\n'),
  );

/** The amounts of a line in full width; words and codes stay. */
const widened = (line: string) =>
  line.replaceAll(/\d[\d,.]*\.\d\d(?!\d)/gu, (amounts) => fullWidth(amounts, /[\d.,]/gu));

/** Titles and measures with brackets and colons of either width, and digits of the year in full width. */
export const fullWidthTitles = (text: string) =>
  fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([brackets, digits, colons]) =>
    text
      .split('\n')
      .map((line) => {
        if (!/^[^\t]*(?:表|表（.*）|单位：万元)\s*$/u.test(line)) return line;
        let made = line;
        if (brackets) made = made.replaceAll('（', '(').replaceAll('）', ')');
        if (digits) made = fullWidth(made, /\d/gu);
        if (colons) made = made.replaceAll('：', ':');
        return made;
      })
      .join('\n'),
  );

const grouped = (amount: string) => {
  const [whole = '', fraction] = amount.replaceAll(',', '').split('.');
  const groups = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

/** All amounts of decimals with thousands separators, or all without. */
export const separators = (text: string) =>
  fc
    .constantFrom(grouped, (amount: string) => amount.replaceAll(',', ''))
    .map((print) =>
      text.replaceAll(
        /(?<![\d,.])(\d[\d,]*\.\d\d)(\1)?(?![\d,.])/gu,
        (_, amount: string, again?: string) => print(amount) + (again ? print(amount) : ''),
      ),
    );

/** Blanks around the cells of lines with tabs. */
export const paddedCells = (text: string) =>
  fc
    .tuple(fc.constantFrom('', ' ', '  '), fc.constantFrom('', ' ', '　'))
    .map(([before, after]) => text.replaceAll('\t', `${after}\t${before}`));

/** Runs of blanks for the tabs of table lines that print every one of their cells. */
export const spacesForTabs = (text: string) =>
  fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 })).map(([width, step]) =>
    text
      .split('\n')
      .map((line, i) => {
        const cells = line.split('\t');
        const full = cells.length > 1 && cells.every((cell) => /^\S+$/u.test(cell));
        return full && i % step === 0 && /\d\.\d\d/u.test(line)
          ? cells.join(' '.repeat(width))
          : line;
      })
      .join('\n'),
  );

/**
 * Line ends and a byte order mark as other systems leave them, and blanks behind some lines where a
 * line has cells. Where it has none, blanks behind it are its empty columns.
 */
export const lineEnds = (text: string) =>
  fc
    .tuple(
      fc.constantFrom('\r\n', '\n'),
      fc.constantFrom('', '\n', '\n\n\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([end, after, mark, step]) => {
      const lines = (text + after)
        .split('\n')
        .map((line, i) => (line.includes('\t') && i % step === 0 ? `${line}  ` : line));
      return (mark ? '\ufeff' : '') + lines.join(end);
    });

/** A line that begins a table: the line of its number, or its title. */
const isTableStart = (line: string) => /^\s*(?:预算|部门)公开表\d+\s*$/u.test(line);
const isTableTitle = (line: string) =>
  /^\d{4}年[^\t]*表(?:（[^（）]*）)?$/u.test(line.trim()) && !line.includes('\t');

/** The text cut before the first table, at every table, and before the explanations. */
function cutTables(text: string) {
  const lines = text.split('\n');
  const starts: number[] = [];
  lines.forEach((line, i) => {
    if (!isTableTitle(line)) return;
    const numbered = lines.slice(Math.max(0, i - 2), i).findIndex(isTableStart);
    starts.push(numbered < 0 ? i : Math.max(0, i - 2) + numbered);
  });
  const [first = 0] = starts;
  const end = lines.findIndex((line, i) => i > (starts.at(-1) ?? 0) && /^\s*第三部分/u.test(line));
  const tables = starts.map((start, i) => lines.slice(start, starts[i + 1] ?? end));
  return { head: lines.slice(0, first), tables, rest: lines.slice(end) };
}

/** The tables in another order. */
export const movedTables = (text: string) => {
  const { head, tables, rest } = cutTables(text);
  return fc
    .shuffledSubarray(tables, { minLength: tables.length })
    .map((order) => [...head, ...order.flat(), ...rest].join('\n'));
};

/** A title with something before it, twice where the title is printed twice. */
function prefixed(title: string, prefix: string): string {
  const half = title.slice(0, title.length / 2);
  return half + half === title ? prefix + half + prefix + half : prefix + title;
}

/** Tables with other lines of their number above the title, or none, or the number in the title. */
export const numberedTitles = (text: string) => {
  const { head, tables, rest } = cutTables(text);
  const chinese = '一二三四五六七八九十';
  const name = (n: number) => (n > 10 ? `十${chinese[n - 11] ?? ''}` : (chinese[n - 1] ?? ''));
  const styles = ['none', 'line', 'prefix', 'chinese-prefix', 'as-is'] as const;
  return fc
    .array(fc.constantFrom(...styles), { minLength: tables.length, maxLength: tables.length })
    .map((style) =>
      [
        ...head,
        ...tables.flatMap((lines, i) => {
          const n = i + 1;
          if (style[i] === 'as-is') return lines;
          const bare = lines.filter((line) => !isTableStart(line));
          if (style[i] === 'line') return [`预算公开表${n}`, '', ...bare];
          const prefix = { none: '', prefix: `表${n} `, 'chinese-prefix': `表${name(n)}：` };
          const made = prefix[style[i] ?? 'none'];
          return bare.map((line) => (isTableTitle(line) ? prefixed(line.trim(), made) : line));
        }),
        ...rest,
      ].join('\n'),
    );
};

/** Another unit and another year, with the year before it; both as told by `rename`. */
export const renamed = (unitName: string, year: number) =>
  fc
    .record({
      name: fc.constantFrom(
        '示例市人力资源和社会保障局',
        '示例县示例中心',
        '示例省示例市示例镇财政所',
      ),
      year: fc.integer({ min: 2017, max: 2035 }).filter((made) => made !== year),
    })
    .map(({ name, year: made }) => ({
      name,
      year: made,
      rename: (text: string) =>
        text
          .replaceAll(new RegExp(unitName.replaceAll(/(?!^)/gu, '\\n?'), 'gu'), name)
          .replaceAll(new RegExp(`${year - 1}|${year}`, 'gu'), (found) =>
            String(Number(found) - year + made),
          ),
    }));

/**
 * The text with the k-th amount of a line replaced, where it is printed twice in a row too.
 * @example withAmount('合计 1.001.00 2.00', 1, 0, '3.00') // '合计 3.003.00 2.00'
 */
export function withAmount(text: string, line: number, k: number, amount: string): string {
  const lines = text.split('\n');
  let seen = -1;
  lines[line - 1] = (lines[line - 1] ?? '').replaceAll(
    /(\d[\d,]*\.\d\d)(\1)?/gu,
    (found, _, again?: string) => {
      seen += 1;
      if (seen !== k) return found;
      return again ? amount + amount : amount;
    },
  );
  return lines.join('\n');
}
