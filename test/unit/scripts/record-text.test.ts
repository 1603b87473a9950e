import { describe, expect, test } from 'vitest';
import { recordText } from '../../../scripts/lib/record-text.ts';

describe('recordText', () => {
  test('what fits stands on one line, what does not is broken one member a line', () => {
    const cell = { column: 'total', printed: '1.00', fen: 1000000 };
    const value = {
      rows: [
        { name: '示例', cells: [cell] },
        { name: '长'.repeat(280), cells: [] },
      ],
    };
    expect(recordText(value)).toBe(
      [
        '{',
        '  "rows": [',
        '    { "name": "示例", "cells": [{ "column": "total", "printed": "1.00", "fen": 1000000 }] },',
        '    {',
        `      "name": "${'长'.repeat(280)}",`,
        '      "cells": []',
        '    }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test.each([
    [{ a: undefined, b: null }, '{ "b": null }\n'],
    [{}, '{}\n'],
    [[], '[]\n'],
    ['"', '"\\""\n'],
  ])('%j reads back as JSON does', (value, text) => {
    expect(recordText(value)).toBe(text);
    expect(JSON.parse(recordText(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });
});
