import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Indicator } from '../../src/schema/indicator.ts';
import type { CorrectedLines } from './second-reader/corrected-lines.ts';
import { indicatorLines, indicatorValues } from './second-reader/indicator-values.ts';
import { splitPlace, withoutBlanks } from './second-reader/plain-text.ts';
import { isPrintedAt } from './second-reader/printed-at.ts';
import { joinResults, type Difference, type PartResult } from './verify-difference.ts';
import { linesInTables } from './verify-tables.ts';

const part = 'indicators';
const comparators = {
  '≥': /≥|>=|不低于|不少于|不小于|以上|至少/u,
  '≤': /≤|<=|不超过|不高于|不大于|不多于|以内|以下|至多/u,
  '=': /=/u,
  '>': />|超过|大于|高于|多于/u,
  '<': /<|低于|少于|小于/u,
};

/** Whether the parsed comparator and number of an indicator stand in what it prints. */
function isParsedFrom(indicator: Indicator): boolean {
  const printed = withoutBlanks(indicator.printed ?? '').replaceAll(',', '');
  const { comparator, number } = indicator;
  const hasComparator = comparator === null || comparators[comparator].test(printed);
  return hasComparator && (number === null || printed.includes(number));
}

/** Compares the printed texts of one indicator with the source. */
function verifyIndicator(
  indicator: Indicator,
  what: string,
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  const { line } = splitPlace(indicator.place);
  const texts = [indicator.printed, indicator.weight, indicator.actual, indicator.score].filter(
    (text) => text !== null,
  );
  const differences: Difference[] = [];
  let equal = 0;
  let explained = 0;
  for (const text of texts) {
    if (text === indicator.printed && !isParsedFrom(indicator)) {
      const record = [indicator.comparator, indicator.number, indicator.unit].join('');
      differences.push({
        part,
        kind: 'different',
        place: indicator.place,
        what,
        record,
        source: text,
      });
    } else if (indicator.correction === undefined && isPrintedAt(source, line, text)) equal += 1;
    else if (isPrintedAt(corrected.lines, line, text)) explained += 1;
    else {
      differences.push({
        part,
        kind: 'not-at-place',
        place: indicator.place,
        what,
        record: text,
        source: null,
      });
    }
  }
  return { part, compared: texts.length, equal, explained, differences };
}

const textsOf = (indicator: Indicator): string[] =>
  [indicator.printed, indicator.weight, indicator.actual, indicator.score]
    .filter((text) => text !== null)
    .map(withoutBlanks);

const labelsOf = (indicator: Indicator): string[] =>
  [indicator.level1, indicator.level2, indicator.name]
    .filter((text) => text !== null)
    .map(withoutBlanks);

/** The values that lines of the indicator blocks print and that no indicator of the line has. */
function missingValues(forms: Disclosure['forms'], corrected: CorrectedLines): Difference[] {
  const inTables = linesInTables(corrected.lines);
  const byLine = Map.groupBy(
    forms.flatMap((form) => form.indicators),
    ({ place }) => splitPlace(place).line,
  );
  return indicatorLines(corrected.lines).flatMap((n): Difference[] => {
    if (inTables.has(n)) return [];
    const here = byLine.get(n) ?? [];
    const left = here.flatMap(textsOf);
    const labels = here.flatMap(labelsOf);
    return unmatched(indicatorValues(corrected.lines[n - 1] ?? ''), left)
      .filter((value) => !labels.some((label) => label.includes(value)))
      .map((value) => {
        const [place, what] = [`L${n}`, 'a value of the source'];
        return { part, kind: 'missing-in-record', place, what, record: null, source: value };
      });
  });
}

/** The values that no text has, each text taken once: first where both are equal, then where one is part of the other. */
function unmatched(values: readonly string[], texts: readonly string[]): string[] {
  const left = [...texts];
  const take = (fits: (text: string, value: string) => boolean) => (value: string) => {
    const at = left.findIndex((text) => text !== '' && fits(text, value));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  };
  return values
    .filter(take((text, value) => text === value))
    .filter(take((text, value) => value.endsWith(text) || text.includes(value)));
}

/** Compares what the indicators of all forms print with the source, and finds values they lack. */
export function verifyIndicators(
  forms: Disclosure['forms'],
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  const results = forms.flatMap((form) =>
    form.indicators.map((indicator, i) =>
      verifyIndicator(indicator, `form ${form.n} indicator ${i + 1}`, source, corrected),
    ),
  );
  const differences = missingValues(forms, corrected);
  return joinResults(part, [
    ...results,
    { part, compared: 0, equal: 0, explained: 0, differences },
  ]);
}
