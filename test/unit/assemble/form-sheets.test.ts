import { describe, expect, test } from 'vitest';
import { cutFormPages } from '../../../src/assemble/form-pages.ts';
import { untangleForms } from '../../../src/assemble/form-sheets.ts';
import { rowsFrom, tabbedForm } from './form-fixtures.ts';

const lines = (text: string, from: number, to: number): string =>
  text.split('\n').slice(from, to).join('\n');
const untangle = (text: string) => {
  const { sheets, ghosts } = untangleForms(cutFormPages(rowsFrom(text)));
  return {
    sheets: sheets.map(({ title, place, rows, covered }) => [
      title === null ? null : '有题',
      place,
      rows.length,
      covered,
    ]),
    ghosts: ghosts.map(({ place, name }) => `${place} ${name}`),
  };
};

const first = tabbedForm('甲经费');
/** The head of the first form down to the header of its indicators, as it shows through. */
const ghost = lines(first, 0, 19);
const second = tabbedForm('乙经费', '500', '400');

describe('untangleForms', () => {
  test('forms that do not overlap stay as they are, also two of the same name', () => {
    expect(untangle(`${first}\n${second}\n${first}`)).toEqual({
      sheets: [
        ['有题', 'L1', 23, false],
        ['有题', 'L25', 23, false],
        ['有题', 'L49', 23, false],
      ],
      ghosts: [],
    });
  });

  test('after a head that shows through, the form that broke off goes on', () => {
    const text = [first, lines(second, 0, 13), ghost, lines(second, 13, 24)].join('\n');
    expect(untangle(text)).toEqual({
      sheets: [
        ['有题', 'L1', 23, false],
        ['有题', 'L25', 12 + 11, false],
      ],
      ghosts: ['L38 甲经费'],
    });
  });

  test('what does not go on with the form that broke off is a form with its head lost', () => {
    const text = [first, lines(second, 0, 9), ghost, lines(second, 6, 24)].join('\n');
    expect(untangle(text)).toEqual({
      sheets: [
        ['有题', 'L1', 23, false],
        ['有题', 'L25', 8, false],
        [null, 'L53', 18, true],
      ],
      ghosts: ['L34 甲经费'],
    });
  });

  test('a whole form under a head that shows through has its own head, but no title', () => {
    const text = [first, ghost, lines(second, 2, 24)].join('\n');
    expect(untangle(text)).toEqual({
      sheets: [
        ['有题', 'L1', 23, false],
        [null, 'L44', 22, true],
      ],
      ghosts: ['L25 甲经费'],
    });
  });

  test('a head that shows through on an otherwise empty page leaves nothing', () => {
    expect(untangle([first, ghost, second].join('\n'))).toEqual({
      sheets: [
        ['有题', 'L1', 23, false],
        ['有题', 'L44', 23, false],
      ],
      ghosts: ['L25 甲经费'],
    });
  });

  test('a head with other money, without money or of an unfinished form is no ghost', () => {
    const other = lines(tabbedForm('甲经费', '1', '1'), 0, 19);
    const bare = lines(first, 0, 5);
    expect(untangle([first, other, bare].join('\n')).ghosts).toEqual([]);
    expect(untangle([ghost, ghost].join('\n')).ghosts).toEqual([]);
  });
});
