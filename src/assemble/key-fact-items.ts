import type { Statement } from './key-fact-text.ts';
import type { NumberToken } from './key-fact-tokens.ts';
import { recogniseClass } from './key-fact-topics.ts';
import type { Topic } from './key-fact-topics.ts';

/** What {@link recogniseItem} needs of a number and its words. */
export interface ItemReading {
  readonly statement: Statement;
  readonly token: NumberToken;
  readonly phrase: string;
  readonly bare: string;
  readonly state: { latest: Topic | null; published: boolean };
}

/** Topics whose names the text itself supplies: classes, listed projects, values of assets, offices. */
export function recogniseItem(reading: ItemReading): Topic | undefined {
  const { kind } = reading.statement;
  if (kind === 'performance') return recognisePerformance(reading);
  if (kind === 'assets') return recogniseValue(reading);
  if (kind === 'overview') return recogniseStaff(reading);
  if (kind === 'other') return recogniseService(reading);
  const name = recogniseClass(reading.bare);
  if (name === undefined) return undefined;
  if (kind === 'general') return { topic: 'general-class', label: name };
  return kind === 'appropriation' ? { topic: 'appropriation-class', label: name } : undefined;
}

function recognisePerformance(reading: ItemReading): Topic | undefined {
  if (reading.token.kind === 'count') return recogniseProjectCount(reading);
  const { bare, phrase, state, statement, token } = reading;
  if (token.kind !== 'money') return undefined;
  if (/^(?:合计|总计|共计)$/u.test(bare))
    return { topic: 'performance-listed-total', label: '所列绩效项目合计' };
  const overall = /整体(?:支出)?绩效目标/u.test(statement.placed.text);
  if (overall && bare.endsWith('基本支出'))
    return { topic: 'performance-overall-basic', label: '整体绩效目标基本支出' };
  if (overall && bare.endsWith('项目支出'))
    return { topic: 'performance-overall-project', label: '整体绩效目标项目支出' };
  if (
    /^(?:共?涉及|共计|合计|总计)?[^,]{0,12}(?:金额|资金|拨款)(?:共计|合计|为)?$/u.test(bare) &&
    /^(?:共?涉及|共计|合计|总计|金额)/u.test(bare)
  ) {
    if (state.latest !== null) return state.latest;
    return overall ? { topic: 'performance-overall', label: '整体绩效目标资金' } : undefined;
  }
  const name = phrase.replace(/:$/u, '');
  return /^[^,;]{2,60}$/u.test(name)
    ? { topic: 'performance-listed-project', label: name }
    : undefined;
}

function recogniseProjectCount({ bare, state }: ItemReading): Topic | undefined {
  if (!/(?:项目|目标)$/u.test(bare)) return undefined;
  const prefix = (): string => (state.published ? 'performance-published' : 'performance-projects');
  const scope = (): string => (state.published ? '公开绩效目标的' : '绩效管理的');
  if (bare.endsWith('其他运转类项目'))
    return { topic: `${prefix()}-other-operation`, label: `${scope()}其他运转类项目` };
  if (bare.endsWith('特定目标类项目'))
    return { topic: `${prefix()}-specific-goal`, label: `${scope()}特定目标类项目` };
  state.published = bare.includes('公开');
  if (state.published) return { topic: 'performance-published', label: '公开绩效目标的项目' };
  return bare.includes('绩效')
    ? { topic: 'performance-projects', label: '绩效管理的项目' }
    : undefined;
}

const valueWords: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:账面)?原值(?:为|合计)?$/u, 'original-value', '原值'],
  [/^(?:账面)?净值(?:为|合计)?$/u, 'net-value', '净值'],
  [/^(?:合计|价值|总价值|金额)(?:为|合计)?$/u, 'value', '价值'],
];

function recogniseValue({ bare, state, token }: ItemReading): Topic | undefined {
  const base = state.latest;
  if (token.kind !== 'money' || base === null) return undefined;
  const found = valueWords.find(([words]) => words.test(bare));
  if (found === undefined) return undefined;
  const stem = base.topic.replace(/-(?:original-value|net-value|value)$/u, '');
  const name = base.label.replace(/(?:(?:建筑)?面积|实有)?(?:原值|净值|价值)?$/u, '');
  return { topic: `${stem}-${found[1]}`, label: `${name}${found[2]}` };
}

function recogniseStaff({ bare, token }: ItemReading): Topic | undefined {
  if (token.kind !== 'count') return undefined;
  const name = bare.replace(/^(?:其中|共有|现有|共)/u, '').replace(/(?:共|有|:)$/u, '');
  if (!/^[\p{Script=Han}、]{1,16}$/u.test(name)) return undefined;
  if (/^[人名]$/u.test(token.unit ?? '')) return { topic: 'staff-part', label: name };
  return /(?:机构|股室|科室|处室|室|科|股)$/u.test(name)
    ? { topic: 'internal-offices', label: '内设机构' }
    : undefined;
}

function recogniseService({ bare, statement, token }: ItemReading): Topic | undefined {
  if (token.kind !== 'money' || !statement.placed.text.includes('政府购买服务')) return undefined;
  const name = bare.replace(/^(?:和|及|以及|与)/u, '');
  return /^[^,;]{2,40}$/u.test(name)
    ? { topic: 'service-purchase-project', label: name }
    : undefined;
}
