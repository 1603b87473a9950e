import type { SectionKind } from './key-fact-text.ts';

/** What a phrase before a number says the number is about. */
export interface Topic {
  readonly topic: string;
  /** Standard Chinese label. */
  readonly label: string;
}

interface TopicRule extends Topic {
  readonly sections: readonly SectionKind[];
  /** Tested on the phrase without unit name, year and closing words such as 为 or 预算数. */
  readonly phrase: RegExp;
  /** Printed measure the number must have; none = any. */
  readonly unit?: RegExp;
}

const rule = (
  sections: readonly SectionKind[],
  phrase: RegExp,
  topic: string,
  label: string,
  unit?: RegExp,
): TopicRule => ({ sections, phrase, topic, label, ...(unit === undefined ? {} : { unit }) });

const bodies = /^[个家]$/u;

const funds = (prefix: string, sections: readonly SectionKind[], labelEnd: string): TopicRule[] => [
  rule(
    sections,
    /一般公共预算(?:财政)?(?:拨款)?(?:收入)?$/u,
    `${prefix}-general`,
    `一般公共预算${labelEnd}`,
  ),
  rule(
    sections,
    /政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/u,
    `${prefix}-fund`,
    `政府性基金预算${labelEnd}`,
  ),
  rule(
    sections,
    /国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/u,
    `${prefix}-state-capital`,
    `国有资本经营预算${labelEnd}`,
  ),
  rule(
    sections,
    /财政专户(?:管理)?(?:资金)?(?:收入)?$/u,
    `${prefix}-special-account`,
    `财政专户管理资金${labelEnd}`,
  ),
  rule(sections, /单位资金(?:收入)?$/u, `${prefix}-unit-funds`, `单位资金${labelEnd}`),
];

const totals: readonly TopicRule[] = [
  ...funds('revenue', ['revenue'], '收入'),
  rule(['change', 'unknown'], /收入(?:预算)?总计$|收入总预算$/u, 'revenue-total', '收入总计'),
  rule(['change', 'unknown'], /支出(?:预算)?总计$|支出总预算$/u, 'expenditure-total', '支出总计'),
  rule(['change'], /(?:本年|当年)(?:预算)?收入(?:合计)?$/u, 'revenue-current', '本年收入'),
  rule(
    ['change'],
    /(?:本年|当年)(?:预算安排|预算支出|支出)(?:合计)?$/u,
    'expenditure-current',
    '本年预算安排',
  ),
  rule(['change', 'revenue'], /上年结转(?:收入|资金|安排|结余)?$/u, 'carryover', '上年结转'),
  rule(
    ['revenue'],
    /(?:^|预算)(?:总)?收入(?:总计)?$|收入预算(?:总计)?$/u,
    'revenue-total',
    '收入总计',
  ),
  rule(
    ['expenditure'],
    /支出预算(?:总计)?$|预算(?:总)?支出(?:总计)?$/u,
    'expenditure-total',
    '支出总计',
  ),
  rule(['expenditure'], /基本支出$/u, 'basic', '基本支出'),
  rule(['expenditure'], /项目支出$/u, 'project', '项目支出'),
];

const appropriation: readonly TopicRule[] = [
  rule(
    ['appropriation'],
    /财政拨款收支(?:总)?预算$|财政拨款收支总计$/u,
    'appropriation-total',
    '财政拨款收支总计',
  ),
  rule(
    ['appropriation'],
    /(?:当年|本年)(?:财政)?拨款(?:收入)?$/u,
    'appropriation-current',
    '当年财政拨款',
  ),
  rule(
    ['appropriation'],
    /上年(?:财政拨款)?结转(?:收入)?$/u,
    'appropriation-carryover',
    '财政拨款上年结转',
  ),
  ...funds('appropriation', ['appropriation'], '拨款'),
  rule(
    ['general', 'unknown'],
    /一般公共预算(?:财政)?(?:当年|本年)(?:财政)?(?:拨款|支出)(?:规模)?$/u,
    'general-current',
    '一般公共预算当年支出',
  ),
  rule(
    ['basic', 'unknown'],
    /一般公共预算(?:财政拨款)?(?:安排)?(?:的)?基本支出$/u,
    'general-basic',
    '一般公共预算基本支出',
  ),
  rule(['basic'], /人员经费$/u, 'personnel', '人员经费'),
  rule(['basic'], /公用经费$/u, 'public', '公用经费'),
];

const operating: readonly TopicRule[] = [
  rule(
    ['three-public', 'unknown'],
    /["“]?三公["”]?经费(?:财政拨款)?$/u,
    'three-public',
    '“三公”经费',
  ),
  rule(
    ['three-public'],
    /因公出国\(境\)(?:费用?|经费)?$/u,
    'three-public-abroad',
    '因公出国（境）费',
  ),
  rule(['three-public'], /公务接待(?:费用?|经费)?$/u, 'three-public-reception', '公务接待费'),
  rule(
    ['three-public'],
    /公务用车购置(?:及|和|与)运行(?:维护)?(?:费用?|经费)?$/u,
    'three-public-vehicle',
    '公务用车购置及运行费',
  ),
  rule(
    ['three-public'],
    /公务用车运行(?:维护)?(?:费用?|经费)?$/u,
    'three-public-vehicle-operation',
    '公务用车运行维护费',
  ),
  rule(
    ['three-public'],
    /公务用车购置(?:费用?|经费)?$/u,
    'three-public-vehicle-purchase',
    '公务用车购置费',
  ),
  rule(
    ['agency-operating', 'unknown'],
    /机关运行经费(?:财政拨款|支出)?$/u,
    'agency-operating',
    '机关运行经费',
  ),
  rule(['procurement', 'unknown'], /政府采购(?:支出)?$/u, 'procurement-total', '政府采购'),
  rule(['procurement'], /货物(?:类)?(?:采购)?(?:支出)?$/u, 'procurement-goods', '政府采购货物'),
  rule(['procurement'], /工程(?:类)?(?:采购)?(?:支出)?$/u, 'procurement-works', '政府采购工程'),
  rule(['procurement'], /服务(?:类)?(?:采购)?(?:支出)?$/u, 'procurement-services', '政府采购服务'),
  rule(['other'], /政府购买服务$/u, 'service-purchase', '政府购买服务'),
];

const assets: readonly TopicRule[] = [
  rule(['assets', 'overview'], /车辆?编制$/u, 'vehicles-authorised', '公务用车编制'),
  rule(
    ['assets'],
    /(?:共有|现有|实有|保有|占有使用)(?:公务|小型)?(?:用车|车辆|汽车)?$|^(?:公务用车|公车)$/u,
    'vehicles-held',
    '公务用车实有',
  ),
  rule(['overview'], /实有(?:公务|小型)?(?:用车|车辆|汽车)$/u, 'vehicles-held', '公务用车实有'),
  rule(['assets'], /领导(?:干部)?用车$/u, 'vehicles-leader', '领导用车'),
  rule(['assets'], /机要通信用车$/u, 'vehicles-confidential', '机要通信用车'),
  rule(['assets'], /应急保障用车$/u, 'vehicles-emergency', '应急保障用车'),
  rule(['assets'], /执法执勤用车$/u, 'vehicles-law-enforcement', '执法执勤用车'),
  rule(['assets'], /特种专业技术用车$/u, 'vehicles-special', '特种专业技术用车'),
  rule(['assets'], /事业单位业务用车$/u, 'vehicles-institution', '事业单位业务用车'),
  rule(['assets'], /其他(?:公务)?用车$/u, 'vehicles-other', '其他公务用车'),
  rule(['assets'], /(?:建筑|使用|房屋|用房)(?:总)?面积$/u, 'floor-area', '办公用房建筑面积'),
  rule(['assets'], /土地(?:使用)?面积$/u, 'land-area', '土地面积'),
  rule(['assets'], /100万元.*通用设备$/u, 'equipment-general-over-1m', '100万元以上通用设备'),
  rule(['assets'], /100万元.*专用设备$/u, 'equipment-special-over-1m', '100万元以上专用设备'),
  rule(['assets'], /50万元.*通用设备$/u, 'equipment-general-over-500k', '50万元以上通用设备'),
  rule(['assets'], /50万元.*设备$/u, 'equipment-over-500k', '50万元以上设备'),
  rule(['assets'], /通用设备(?:\(不含车辆\))?$/u, 'equipment-general', '通用设备'),
  rule(['assets'], /专用设备$/u, 'equipment-special', '专用设备'),
  rule(['assets'], /家具.*(?:装具|用具|家具)等?$/u, 'furniture', '家具、用具、装具'),
];

const overview: readonly TopicRule[] = [
  rule(
    ['overview'],
    /(?:在职|在编|实有)(?:在编|在岗)?(?:干部)?(?:职工|人员)$/u,
    'staff-on-duty',
    '在职人员',
  ),
  rule(['overview'], /(?:^|[^领导])编制(?:数|人数)?$/u, 'staff-authorised', '人员编制'),
  rule(
    ['overview'],
    /(?:内设|下设|设有)(?:行政|职能|业务)?(?:机构|股室|科室|处室)?$/u,
    'internal-offices',
    '内设机构',
    bodies,
  ),
  rule(['overview'], /内设.*(?:机构|股室|科室|处室)$/u, 'internal-offices', '内设机构', bodies),
  rule(
    ['overview'],
    /(?:下属|所属)(?:二级)?(?:预算|事业)?单位$/u,
    'subordinate-units',
    '下属单位',
    bodies,
  ),
  rule(['overview'], /退休(?:人员|职工)?$/u, 'staff-retired', '退休人员'),
];

const rules: readonly TopicRule[] = [
  ...totals,
  ...appropriation,
  ...operating,
  ...assets,
  ...overview,
];

/** Words that close a phrase without changing what it is about. */
const closing =
  /(?:预算)?(?:总额|总数|数|金额|总量|支出预算|预算)?(?:共计|合计|共|为|是|约|有|达|:)*$/u;

/**
 * The topic a phrase names in a section; undefined when none is known. `unit` is the printed measure
 * that is not money, null for money.
 * @example recogniseTopic('政府采购货物预算', 'procurement', null) // procurement-goods
 */
export function recogniseTopic(
  phrase: string,
  section: SectionKind,
  unit: string | null,
): Topic | undefined {
  for (const candidate of [
    phrase,
    phrase.replace(/(?:为|是|约|:)+$/u, ''),
    phrase.replace(closing, ''),
  ]) {
    const found = rules.find(
      (one) =>
        one.sections.includes(section) &&
        one.phrase.test(candidate) &&
        (one.unit === undefined || one.unit.test(unit ?? '')),
    );
    if (found !== undefined) return { topic: found.topic, label: found.label };
  }
  return undefined;
}

/** The class (类) a phrase such as 社会保障和就业支出 names; undefined when it is no class. */
export function recogniseClass(phrase: string): string | undefined {
  return /^(?<name>[\p{Script=Han}、]{2,24}支出)(?:\(类\))?(?:支出)?(?:预算)?(?:为|是|:)?$/u.exec(
    phrase,
  )?.groups?.['name'];
}
