import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  type ExampleBlock,
  exampleBlocks,
  exampleText,
} from '../../scripts/lib/examples/example-blocks.ts';
import { exampleHtml } from '../../scripts/lib/examples/example-html.ts';
import { examplePdf } from '../../scripts/lib/examples/example-pdf.ts';
import { encodeGbk } from '../../scripts/lib/examples/gb-encoder.ts';
import { formatFixture } from './hostile-files.ts';

const leftOut = '2024年财政拨款收支总表';
const explanations = '第三部分 2024年度单位预算情况说明';
const form = '示例市县（区）级预算部门（单位）项目支出绩效目标表';

/** The head of the example, its first three tables, its explanations and first form, of parts given by their text. */
function shortened<T>(parts: readonly T[], textOf: (part: T) => string): T[] {
  const at = (text: string, after: number): number =>
    parts.findIndex((part, i) => i > after && textOf(part) === text);
  const second = at(form, at(form, -1));
  return [...parts.slice(0, at(leftOut, -1)), ...parts.slice(at(explanations, -1), second)];
}

const source = strFromU8(formatFixture('source.txt'));
const text = shortened(source.split('\n'), (line) => line.trim()).join('\n');
const blocks: ExampleBlock[] = exampleBlocks(text);

/** The example in Word, its other tables and forms cut out of its XML. */
function shortDocx(): Uint8Array {
  const parts = unzipSync(formatFixture('example.docx'));
  const markup = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const plain = markup.replaceAll(/<w:(tcBorders|rPr|tcMar)>[^]*?<\/w:\1>/gu, '');
  const children = plain.match(/<w:tbl>[^]*?<\/w:tbl>|<w:p(?: [^>]*)?>[^]*?<\/w:p>/gu) ?? [];
  const [first = '', last = ''] = [children[0], children.at(-1)];
  const kept = shortened(children, (child) =>
    child.startsWith('<w:tbl') ? '' : child.replaceAll(/<[^>]*>/gu, '').trim(),
  );
  const body = [
    plain.slice(0, plain.indexOf(first)),
    ...kept,
    plain.slice(plain.lastIndexOf(last) + last.length),
  ].join('');
  return zipSync({ ...parts, 'word/document.xml': strToU8(body) });
}

/** The example in Excel with those of its sheets only that the short text has. */
function shortXlsx(): Uint8Array {
  const parts = unzipSync(formatFixture('example.xlsx'));
  const markup = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  let number = 0;
  const book = markup.replaceAll(/<sheet [^>]*>/gu, (sheet) => {
    number += 1;
    return number <= 5 || number === 16 || number === 17 ? sheet : '';
  });
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) });
}

/** A short document in every kind of file that is read, for tests that read it thousands of times. */
export const shortExamples: Readonly<Record<string, () => Uint8Array>> = {
  text: () => strToU8(exampleText(text)),
  gb18030: () => encodeGbk(exampleText(text)),
  html: () => strToU8(exampleHtml(blocks, 'utf-8')),
  docx: shortDocx,
  xlsx: shortXlsx,
  xls: () => formatFixture('example.xls'),
  pdf: () => examplePdf(blocks, { ruled: true, turned: false }),
};
