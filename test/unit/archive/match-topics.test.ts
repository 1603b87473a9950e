import { describe, expect, test } from 'vitest';
import { matchTopics } from '../../../src/archive/match-topics.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
} from '../../support/example-disclosure.ts';
import { exampleProject } from '../../support/example-search.ts';

const disclosure = exampleDisclosure({
  projects: [
    exampleProject({ n: 1, name: '示例市场 建设（一期）', form: 1, formName: '示例零工集市' }),
    exampleProject({ n: 2, name: '示例培训', form: 2, formName: '示例培训' }),
    exampleProject({ n: 3, name: '示例其他' }),
  ],
  forms: [
    exampleForm({
      n: 1,
      indicators: [
        exampleIndicator({ span: 'whole', name: '建设个数', printed: '≥１个' }),
        exampleIndicator({ span: 'year', name: '建设个数', printed: '≥１个' }),
      ],
    }),
    exampleForm({
      n: 2,
      indicators: [
        exampleIndicator({ name: '培训人数', printed: '450人' }),
        exampleIndicator({ name: '合格率', printed: '市场认可' }),
      ],
    }),
  ],
});

const found = (...query: string[]) => matchTopics(disclosure, [{ slug: 'shili', query }]);

describe('matchTopics', () => {
  test.each([
    ['the name in the table', ['示例市场'], [{ n: 1, byName: true, indicators: [] }]],
    ['the name in the form', ['零工集市'], [{ n: 1, byName: true, indicators: [] }]],
    [
      'blanks, brackets and full-width digits as the search does',
      ['建设(一期)'],
      [{ n: 1, byName: true, indicators: [] }],
    ],
    ['an indicator of both spans once', ['建设个数'], [{ n: 1, byName: false, indicators: [1] }]],
    ['the goal of an indicator', ['≥1个'], [{ n: 1, byName: false, indicators: [1] }]],
    [
      'any of the phrases',
      ['示例培训', '零工'],
      [
        { n: 1, byName: true, indicators: [] },
        { n: 2, byName: true, indicators: [] },
      ],
    ],
    [
      'name and indicators of one project together',
      ['示例培训', '人数'],
      [{ n: 2, byName: true, indicators: [1] }],
    ],
    [
      'all words of a phrase, in any order',
      ['建设 示例'],
      [{ n: 1, byName: true, indicators: [] }],
    ],
    ['a quoted phrase', ['"示例市场 建设"'], [{ n: 1, byName: true, indicators: [] }]],
  ])('finds %s', (_, query, projects) => {
    expect(found(...query)).toEqual([{ slug: 'shili', projects }]);
  });

  test.each([
    ['one word of a phrase alone', '示例 零工市场'],
    ['words parted between a project and its indicator', '示例培训 人数'],
    ['a phrase across the two names of a project', '一期)示例零工'],
    ['rows of tables, which are no projects', '基本工资'],
  ])('does not take %s for a match', (_, query) => {
    expect(found(query)).toEqual([]);
  });

  test('looks for every topic and leaves out those that find nothing', () => {
    const topics = ['示例其他', '没有', '培训人数'].map((query, i) => ({
      slug: `t${i}`,
      query: [query],
    }));
    expect(matchTopics(disclosure, topics)).toEqual([
      { slug: 't0', projects: [{ n: 3, byName: true, indicators: [] }] },
      { slug: 't2', projects: [{ n: 2, byName: false, indicators: [1] }] },
    ]);
  });
});
