import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Indicator } from '../../src/schema/indicator.ts';
import type { CorrectedLines } from './second-reader/corrected-lines.ts';
import { comparatorValues } from './second-reader/form-amounts.ts';
import { splitPlace, withoutBlanks } from './second-reader/plain-text.ts';
import { isPrintedAt } from './second-reader/printed-at.ts';
import { joinResults, type Difference, type PartResult } from './verify-difference.ts';
import { linesInTables } from './verify-tables.ts';

const part = 'indicators';
const comparators = { '≥': ['≥', '>='], '≤': ['≤', '<='], '=': ['='], '>': ['>'], '<': ['<'] };

/** Whether the parsed comparator and number of an indicator stand in what it prints. */
function isParsedFrom(indicator: Indicator): boolean {
  const printed = withoutBlanks(indicator.printed ?? '').replaceAll(',', '');
  const { comparator, number } = indicator;
  const hasComparator =
    comparator === null || comparators[comparator].some((sign) => printed.includes(sign));
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
    } else if (isPrintedAt(source, line, text)) equal += 1;
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

/** The values with a comparator that lines of the source print and the record lacks there. */
function missingValues(forms: Disclosure['forms'], corrected: CorrectedLines): Difference[] {
  const inTables = linesInTables(corrected.lines);
  const places = forms.flatMap((form) => form.indicators).filter(({ printed }) => printed !== null);
  const byLine = Map.groupBy(places, ({ place }) => splitPlace(place).line);
  return corrected.lines.flatMap((line, i): Difference[] => {
    if (inTables.has(i + 1)) return [];
    const left = (byLine.get(i + 1) ?? []).map(({ printed }) => withoutBlanks(printed ?? ''));
    return comparatorValues(line).flatMap((value): Difference[] => {
      const at = left.findIndex((printed) => printed.includes(value) || value.includes(printed));
      if (at >= 0) {
        left.splice(at, 1);
        return [];
      }
      const what = 'an indicator value of the source';
      const place = `L${i + 1}`;
      return [{ part, kind: 'missing-in-record', place, what, record: null, source: value }];
    });
  });
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
