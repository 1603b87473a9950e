import type { Form } from '../schema/form.ts';

/** What is known of a form besides its record when its losses are listed. */
export interface LossContext {
  /** Whether the head of another form covers the top of this one. */
  readonly covered: boolean;
  /** Whether the label 项目名称 is printed. */
  readonly nameLabelled: boolean;
  readonly missingLevel1: readonly string[];
  /** Fill-in time as printed where it is no time of 14 digits; null = none such. */
  readonly oddFilledAt: string | null;
  readonly moneyUnitPrinted: boolean;
  /** Lines of the money block that are not printed. */
  readonly missingMoneyLines: readonly string[];
  /** Whether the form has columns for both spans. */
  readonly twoSpans: boolean;
}

const spanNames = { whole: '实施期', year: '年度' } as const;

function headLosses(form: Form, context: LossContext): string[] {
  const lost: string[] = [];
  if (context.covered) lost.push('表头被另一张表的表头遮盖');
  if (form.title === null) lost.push('表题未印出');
  if (form.year === null) lost.push('表题下的年度未印出');
  if (form.name === null) lost.push('项目名称缺失');
  else if (!context.nameLabelled) lost.push('“项目名称”标签缺失或识别有误，名称取自表头第一行');
  if (form.supervisingDepartment === null) lost.push('主管部门缺失');
  if (form.implementingUnit === null) lost.push('实施单位未印出');
  return lost;
}

function goalLosses(form: Form, context: LossContext): string[] {
  const lost: string[] = [];
  if (form.attribute === null) lost.push('项目属性未印出');
  if (form.duration === null) lost.push('项目期未印出');
  if (form.whole === null && form.yearMoney === null) lost.push('项目资金各栏缺失');
  else {
    for (const line of context.missingMoneyLines) lost.push(`资金栏“${line}”一行缺失`);
    if (form.yearMoney === null) lost.push('年度资金各栏未印出');
    if (!context.moneyUnitPrinted) lost.push('资金栏未印出计量单位，按元读取');
  }
  return lost;
}

function indicatorLosses(form: Form, context: LossContext): string[] {
  if (form.indicators.length === 0) return ['绩效指标缺失'];
  const lost: string[] = [];
  for (const label of context.missingLevel1) lost.push(`一级指标“${label}”的标签未印出`);
  for (const span of context.twoSpans ? (['whole', 'year'] as const) : []) {
    const own = form.indicators.filter((indicator) => indicator.span === span);
    if (own.length === 0) lost.push(`${spanNames[span]}一栏没有印出指标`);
  }
  for (const { span, name, printed } of form.indicators) {
    const short = name === null ? '' : name.slice(0, 60);
    if (printed === null) lost.push(`指标“${short}”的${spanNames[span]}指标值未印出`);
    else if (name === null)
      lost.push(`${spanNames[span]}指标值“${printed.slice(0, 60)}”的指标名称未印出`);
  }
  return lost;
}

/**
 * What the source text has lost of a form or does not print where the form has a cell for it, in
 * our own words, in the order of the form.
 */
export function lossesOf(form: Form, context: LossContext): string[] {
  const lost = headLosses(form, context);
  if (form.kind === 'goal') lost.push(...goalLosses(form, context));
  lost.push(...indicatorLosses(form, context));
  if (context.oddFilledAt !== null) {
    lost.push(`填报日期“${context.oddFilledAt.slice(0, 40)}”不是14位数字，未作为时间读取`);
  }
  return lost;
}
