import { describe, expect, test } from 'vitest';
import ProjectEntry from '../../src/components/ProjectEntry.astro';
import type { Amount } from '../../src/schema/amount.ts';
import type { Form } from '../../src/schema/form.ts';
import type { Project } from '../../src/schema/project.ts';
import { parseFen } from '../../src/money/fen.ts';
import { attribute, elementsOf, figuresOf, textOf, wordsOf } from '../lib/html-query.ts';
import { renderComponent, requireElement } from '../lib/render-component.ts';
import { exampleForm, exampleIndicator, exampleTable } from '../support/example-disclosure.ts';

const yuan = (printed: string): Amount => ({
  printed,
  moneyUnit: '元',
  fen: parseFen(printed, '元'),
  place: 'L300C2',
});
const table = exampleTable(
  'projects-current',
  ['total', 'general'],
  [{ name: '示例项目', amounts: { total: '60.00', general: '60.00' } }],
);
const project: Project = {
  n: 4,
  slug: 'shili',
  name: '示例项目',
  formName: '示例（项目）',
  phase: 'current',
  tableId: 'projects-current',
  row: 1,
  form: 1,
  link: 'similar-name',
  subjectCode: null,
};
const empty = { central: null, provincial: null, own: null, other: null };
const form = exampleForm({
  yearMoney: { ...empty, total: yuan('600000'), local: yuan('0') },
  indicators: [
    exampleIndicator({ span: 'whole', name: '甲', printed: '≥3个' }),
    exampleIndicator({ span: 'year', name: '乙', printed: '及时' }),
    exampleIndicator({ span: 'year', name: '甲', printed: '≥1个' }),
  ],
  lost: ['示例：立项依据缺失'],
});

const render = async (props: {
  project?: Project;
  row?: object | undefined;
  form?: Form | undefined;
}) =>
  renderComponent(ProjectEntry, {
    project,
    row: { table, row: table.rows[0] },
    form,
    documents: [],
    gaps: [],
    ...props,
  });

describe('ProjectEntry', () => {
  test('is folded under its permanent anchor', async () => {
    const entry = requireElement(await render({}), 'project-4-shili');
    expect(entry.tagName).toBe('details');
    expect(attribute(entry, 'open')).toBeUndefined();
  });

  test('shows the row in its measure and the form in 元, a zero as zero and a blank as nothing', async () => {
    expect(figuresOf(await render({}))).toEqual([
      { fen: 60000000, text: '60.00' },
      { fen: 60000000, text: '600000' },
      { fen: 0, text: '0' },
    ]);
  });

  test('keeps both names and says why they are taken to be one project', async () => {
    expect(textOf(await render({}))).toContain(
      '表中名称为“示例（项目）”，与报表所印不同（据名称相近对应），原文 L290',
    );
  });

  test('gives each indicator the anchor of its number in the form, both spans in one line', async () => {
    const page = await render({});
    const texts = [1, 2, 3].map((i) => textOf(requireElement(page, `project-4-i${i}`)));
    expect(texts).toEqual(['≥3个', '及时', '≥1个']);
    const lines = [...elementsOf(page)].filter(
      (element) => element.tagName === 'tr' && textOf(element).startsWith('甲'),
    );
    expect(lines.map(wordsOf)).toEqual(['甲 产出 › 数量 ≥3个 ≥1个 L300']);
  });

  test('tells what the text has lost', async () => {
    expect(wordsOf(await render({}))).toContain('缺损 示例：立项依据缺失');
  });

  test('shows a project found only in a form by the money of its form', async () => {
    const onlyForm: Project = { ...project, phase: null, tableId: null, row: null, link: null };
    const page = await render({ project: onlyForm, row: undefined });
    const summaries = [...elementsOf(page)].filter(({ tagName }) => tagName === 'summary');
    expect(summaries.map(wordsOf)).toEqual(['示例项目 600000 元 仅见于绩效表 绩效指标 3 有缺损']);
  });

  test('says so where neither row nor form prints an amount', async () => {
    const page = await render({ row: undefined, form: undefined });
    expect(textOf(page)).toContain('原文无此数');
    expect(figuresOf(page)).toEqual([]);
  });
});
