import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';

const known = new Map([
  ['示政办发〔2016〕109号', '/documents/2016-109/'],
  ['示人社函〔2023〕56号', '/documents/2023-56/'],
]);
const render = (source: string) =>
  renderMarkdown(source, {
    documentPath: (number) => known.get(number),
    link: (path) => `/base${path}`,
  });

describe('linkDocumentNumbers', () => {
  test.each([
    '示政办发〔2016〕109号',
    '示政办发[2016]109号',
    '示政办发［2016］109号',
    '示政办发（2016）109号',
    '示政办发(2016)109号',
    '示政办发【2016】109号',
    '示政办发 〔2016〕 109 号',
    '示政办发〔2016〕第109号',
    '示政办发〔２０１６〕１０９号',
  ])('%s is linked as written', async (written) => {
    expect(await render(`依据${written}办理`)).toBe(
      `<p>依据<a href="/base/documents/2016-109/">${written}</a>办理</p>`,
    );
  });

  test('several numbers in one text are linked each', async () => {
    expect(await render('《办法》（示人社函〔2023〕56号）、示政办发〔2016〕109号')).toBe(
      '<p>《办法》（<a href="/base/documents/2023-56/">示人社函〔2023〕56号</a>）、' +
        '<a href="/base/documents/2016-109/">示政办发〔2016〕109号</a></p>',
    );
  });

  test.each([
    ['a number the archive does not have', '示政办发〔2016〕110号', '<p>示政办发〔2016〕110号</p>'],
    ['the end of an issuer only', '办发〔2016〕109号', '<p>办发〔2016〕109号</p>'],
    ['a year alone', '示政办发〔2016〕', '<p>示政办发〔2016〕</p>'],
    [
      'a heading',
      '# 示政办发〔2016〕109号',
      '<h1 id="示政办发2016109号">示政办发〔2016〕109号</h1>',
    ],
    ['code', '`示政办发〔2016〕109号`', '<p><code>示政办发〔2016〕109号</code></p>'],
  ])('%s is not linked', async (_name, source, html) => {
    expect(await render(source)).toBe(html);
  });
});
