import { describe, expect, test } from 'vitest';
import CorrectionList from '../../src/components/CorrectionList.astro';
import type { Correction } from '../../src/schema/correction.ts';
import { textOf, wordsOf } from '../lib/html-query.ts';
import { renderComponent, requireElement } from '../lib/render-component.ts';

const correction: Correction = {
  id: 'c1',
  scope: 'cell',
  place: 'L404C2',
  tableId: null,
  printed: '',
  replacement: '2.00',
  reason: '示例：金额缺失',
  kind: 'lost-text',
  evidence: '同行另一栏为 2.00',
  on: '2024-06-01',
};
const render = async (corrections: readonly Correction[]) =>
  renderComponent(CorrectionList, { corrections });

describe('CorrectionList', () => {
  test('shows what the source has, what is read instead, why and on what evidence', async () => {
    const item = requireElement(await render([correction]), 'correction-c1');
    expect(wordsOf(item)).toBe(
      '文字缺失 （2024-06-01 更正）第 404 行第 2 格：示例：金额缺失。 来源文本 （空白） 读作 2.00 依据 同行另一栏为 2.00',
    );
  });

  test('says so where nothing was repaired', async () => {
    expect(textOf(await render([]))).toBe('没有更正：全部数字照来源文本登记。');
  });
});
