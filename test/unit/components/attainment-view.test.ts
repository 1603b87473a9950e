import { describe, expect, test } from 'vitest';
import { attainmentView } from '../../../src/components/attainment-view.ts';
import type { Indicator } from '../../../src/schema/indicator.ts';
import { exampleForm, exampleIndicator } from '../../support/example-disclosure.ts';

const view = (...indicators: Partial<Indicator>[]) =>
  attainmentView(
    exampleForm({
      kind: 'self-evaluation',
      indicators: indicators.map((more) =>
        exampleIndicator({ weight: '10', score: '9. 7', ...more }),
      ),
    }),
  );
const drawn = (indicator: Partial<Indicator>) =>
  view(indicator)?.rows[0]?.bars.map(({ share, mark, value }) => [share, mark, value.text]);

describe('attainmentView', () => {
  test.each<[string, Partial<Indicator>, unknown[]]>([
    ['a target reached', { actual: '10个' }, [1, 1, '实际 10个']],
    ['a target missed', { actual: '5 个' }, [0.5, 1, '实际 5个']],
    ['a target exceeded', { actual: '20个' }, [1, 0.5, '实际 20个']],
    ['another measure', { actual: '10人' }, [null, null, '实际 10人']],
    ['a measure on one side only', { actual: '10' }, [null, null, '实际 10']],
    [
      'words',
      { printed: '及时', number: null, unit: null, actual: '及时' },
      [null, null, '实际 及时'],
    ],
    ['a blank', { actual: null }, [null, null, '实际 原文空白']],
  ])('sets the value against the target: %s', (_case, indicator, reached) => {
    expect(drawn(indicator)).toEqual([[0.97, null, '9.7 / 10'], reached]);
  });

  test.each([
    ['an unreadable score', { score: '3. 8.' }, '3.8. / 10'],
    ['a score above its weight', { score: '11' }, '11 / 10'],
    ['no weight', { weight: null }, '9.7 / 原文空白'],
  ])('leaves the score as text: %s', (_case, indicator, text) => {
    expect(drawn({ actual: '10个', ...indicator })?.[0]).toEqual([null, null, text]);
  });

  test('counts what it draws', () => {
    expect(view({ actual: '10个' }, { actual: '好' })?.summary).toBe(
      '2 个指标中，2 个有得分和分值，1 个的目标与实际是同一计量单位的数字，画成横条；其余列出文字。',
    );
  });

  test('draws nothing for goals, nor where nothing is a number', () => {
    expect(attainmentView(exampleForm({ indicators: [exampleIndicator()] }))).toBeUndefined();
    expect(view({ weight: null, score: null, actual: '好' })).toBeUndefined();
  });
});
