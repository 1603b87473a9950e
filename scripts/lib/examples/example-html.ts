import type { ExampleBlock, ExampleCell } from './example-blocks.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellHtml({ text, colspan, rowspan }: ExampleCell): string {
  const spans =
    (colspan > 1 ? ` colspan="${colspan}"` : '') + (rowspan > 1 ? ` rowspan="${rowspan}"` : '');
  return `<td${spans}>${escape(text)}</td>`;
}

function blockHtml(block: ExampleBlock): string {
  if (block.kind === 'paragraph') return `<p>${escape(block.text)}</p>`;
  const lines = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  const head = lines.slice(0, block.headRows).join('\n');
  return [
    '<table border="1" cellspacing="0" cellpadding="2" width="100%">',
    ...(head === '' ? [] : [`<thead>\n${head}\n</thead>`]),
    `<tbody>\n${lines.slice(block.headRows).join('\n')}\n</tbody>`,
    '</table>',
  ].join('\n');
}

/** The blocks as a page like those of government sites: everything in one body, a charset in its head. */
export function exampleHtml(blocks: readonly ExampleBlock[], charset: string): string {
  const style = 'body{font-family:"Noto Sans CJK SC"}td{font-size:9pt}p{font-size:10pt}';
  return [
    '<!DOCTYPE html>',
    `<html><head><meta charset="${charset}"><title>示例</title><style>${style}</style>`,
    '<script>var 合计 = "1.00";</script></head><body>',
    '<div class="nav"><a href="/">首页</a></div>',
    ...blocks.map(blockHtml),
    '</body></html>',
    '',
  ].join('\n');
}
