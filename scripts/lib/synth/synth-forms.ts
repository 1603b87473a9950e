import { formatFenPlain } from '../../../src/money/fen.ts';
import type { Amount } from '../../../src/schema/amount.ts';
import type { CitedDocument } from '../../../src/schema/cited-document.ts';
import type { Form, FormMoney } from '../../../src/schema/form.ts';
import type { Indicator } from '../../../src/schema/indicator.ts';
import type { Random } from './random.ts';
import type { ProjectDraft } from './budget-draft.ts';
import type { LineCounter } from './table-writer.ts';
import { citedTitles, indicatorTemplates, ownIndicators } from './vocabulary.ts';

/** What a form says besides its project. */
export interface FormContext {
  readonly unitName: string;
  readonly year: number;
  readonly random: Random;
  readonly counter: LineCounter;
}

function moneyOf(project: ProjectDraft, counter: LineCounter): FormMoney {
  const amount = (fen: number): Amount => ({
    printed: formatFenPlain(fen, '元').replace(/\B(?=(?:\d{3})+$)/gu, ','),
    moneyUnit: '元',
    fen,
    place: `${counter.next()}C2`,
  });
  const fen = project.amount * 10_000;
  return {
    total: amount(fen),
    central: amount(0),
    provincial: amount(0),
    local: amount(fen),
    own: amount(0),
    other: null,
  };
}

function parsedValue(printed: string): Pick<Indicator, 'comparator' | 'number' | 'unit'> {
  const parts = /^([≥≤])(\d+(?:\.\d+)?)(.*)$/u.exec(printed);
  if (parts === null) return { comparator: null, number: null, unit: null };
  return {
    comparator: parts[1] === '≥' ? '≥' : '≤',
    number: parts[2] ?? null,
    unit: parts[3] ?? null,
  };
}

/** Level 1, level 2, name and printed value of each indicator of a form: most of any project, some its own. */
function chosenIndicators({ about }: ProjectDraft, random: Random) {
  const common = random.sample(indicatorTemplates, random.integer(2, 9));
  const own = random.sample(ownIndicators, random.integer(1, 3));
  return [
    ...common.map(([level1, level2, name, print]) => ({ level1, level2, name, print })),
    ...own.map(([level1, level2, name, print]) => ({ level1, level2, name: name(about), print })),
  ];
}

function indicatorsOf(project: ProjectDraft, { random, counter }: FormContext): Indicator[] {
  return chosenIndicators(project, random).flatMap(({ print, ...names }): Indicator[] => {
    const printed = print(random.integer(1, 900));
    const place = counter.next();
    const rest = {
      ...names,
      printed,
      ...parsedValue(printed),
      weight: null,
      actual: null,
      score: null,
    };
    return [
      { span: 'whole', ...rest, place: `${place}C3` },
      { span: 'year', ...rest, place: `${place}C6` },
    ];
  });
}

function citedDocument(year: number, { random, counter }: FormContext): CitedDocument {
  const issued = random.integer(1, 90);
  const number = `示财〔${year - 1}〕${issued}号`;
  return {
    title: `${citedTitles[issued % citedTitles.length] ?? ''}（第${issued}批）`,
    number,
    normalisedNumber: number,
    field: 'basis',
    place: counter.next(),
  };
}

/** The goal form of one example project. */
export function synthForm(n: number, project: ProjectDraft, context: FormContext): Form {
  const { unitName, year, counter, random } = context;
  const place = counter.next();
  const month = String(random.integer(9, 12)).padStart(2, '0');
  return {
    n,
    kind: 'goal',
    title: '示例预算部门（单位）项目支出绩效目标表',
    year,
    name: project.name,
    supervisingDepartment: { code: '900', name: unitName },
    implementingUnit: unitName,
    attribute: '一次性项目（1年结束）',
    duration: '1年',
    whole: moneyOf(project, counter),
    yearMoney: moneyOf(project, counter),
    selfEvaluation: null,
    totalScore: null,
    documents: Array.from({ length: random.integer(0, 3) }, () => citedDocument(year, context)),
    indicators: indicatorsOf(project, context),
    filledAt: `${year - 1}${month}15101500`,
    place,
    lost: [],
  };
}
