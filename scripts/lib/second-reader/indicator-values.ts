import { formNumbers } from './form-amounts.ts';
import { evenWidths, isPageNumber, withoutBlanks } from './plain-text.ts';

const blockEnd =
  /^负责人|填报日期|^项目名称|绩效目标(?:申报)?表$|^第[三四]部分|^十[一二]、|自评结果/u;
const fillDate = /^\d{12,14}$/u;
const value = /^(?:[≥≤＞＜><=]\s*\d.*|\d[\d.,]*[^\d.,:]{0,8}|[^\d≥≤]{0,12}[≥≤]\d.*)$/u;

/**
 * The lines of indicator blocks, counted from 1: from the line that heads the third-level names to the
 * footer of the form, the next form or the next part, without lines of money, of total
 * scores and of page numbers.
 */
export function indicatorLines(lines: readonly string[]): number[] {
  const found: number[] = [];
  let inside = false;
  lines.forEach((line, i) => {
    const text = withoutBlanks(line);
    if (text.includes('三级指标')) inside = true;
    else if (blockEnd.test(text)) inside = false;
    else if (inside && printsIndicators(line, text, i + 1)) found.push(i + 1);
  });
  return found;
}

function printsIndicators(line: string, text: string, n: number): boolean {
  if (text === '' || text.includes('总分') || isPageNumber(text)) return false;
  return formNumbers(line, n).length === 0;
}

/**
 * What one line of an indicator block prints that looks like a value: cells, or words of a line without
 * cells, that are a number with a short measure or have a comparator before a number. A name that
 * begins with a number looks the same and is among them.
 */
export function indicatorValues(line: string): string[] {
  const even = evenWidths(line);
  return even
    .split(even.includes('\t') ? '\t' : ' ')
    .map(withoutBlanks)
    .filter((text) => value.test(text) && !fillDate.test(text));
}
