/** A kind of example unit: what it is called, where it spends, and what its projects are about. */
export interface Bureau {
  readonly name: string;
  /** ASCII name for the unit id. */
  readonly slug: string;
  /** 类, 款 and 项 of its main functional subjects, by code. */
  readonly subjects: readonly [SubjectNames, SubjectNames];
  readonly projects: readonly string[];
}

/** The example bureaus. Names of projects are ours. */
export const bureaus: readonly Bureau[] = [
  {
    name: '人力资源和社会保障局',
    slug: 'renliziyuanheshehuibaozhangju',
    subjects: [
      { code: '2080101', names: ['社会保障和就业支出', '人力资源和社会保障管理事务', '行政运行'] },
      { code: '2080799', names: ['社会保障和就业支出', '就业补助', '其他就业补助支出'] },
    ],
    projects: [
      '零工市场建设',
      '零工市场运营费用',
      '就业补助资金',
      '公益性岗位补贴',
      '职业技能培训',
      '职业技能大赛经费',
      '农民工欠薪应急周转金',
      '劳动人事争议仲裁经费',
      '网络租赁费用',
      '创业担保贷款贴息',
    ],
  },
  {
    name: '教育局',
    slug: 'jiaoyuju',
    subjects: [
      { code: '2050101', names: ['教育支出', '教育管理事务', '行政运行'] },
      { code: '2050202', names: ['教育支出', '普通教育', '小学教育'] },
    ],
    projects: [
      '学前教育生均补助',
      '校舍安全维修',
      '营养改善计划',
      '乡村教师生活补助',
      '教师培训经费',
      '智慧校园建设',
      '学生资助资金',
      '校园安保服务',
    ],
  },
  {
    name: '民政局',
    slug: 'minzhengju',
    subjects: [
      { code: '2080201', names: ['社会保障和就业支出', '民政管理事务', '行政运行'] },
      { code: '2081001', names: ['社会保障和就业支出', '社会福利', '儿童福利'] },
    ],
    projects: [
      '城乡低保资金',
      '高龄津贴',
      '残疾人两项补贴',
      '临时救助',
      '养老服务体系建设',
      '社区工作者经费',
      '流浪乞讨人员救助',
    ],
  },
  {
    name: '农业农村局',
    slug: 'nongyenongcunju',
    subjects: [
      { code: '2130101', names: ['农林水支出', '农业农村', '行政运行'] },
      { code: '2130199', names: ['农林水支出', '农业农村', '其他农业农村支出'] },
    ],
    projects: [
      '高标准农田建设',
      '农机购置补贴',
      '耕地地力保护补贴',
      '动物防疫经费',
      '农村人居环境整治',
      '农业保险保费补贴',
      '驻村工作队经费',
    ],
  },
  {
    name: '卫生健康局',
    slug: 'weishengjiankangju',
    subjects: [
      { code: '2100101', names: ['卫生健康支出', '卫生健康管理事务', '行政运行'] },
      { code: '2100408', names: ['卫生健康支出', '公共卫生', '基本公共卫生服务'] },
    ],
    projects: [
      '基本公共卫生服务',
      '乡村医生补助',
      '妇幼健康项目',
      '疫苗接种经费',
      '计划生育奖励扶助',
      '基层医疗机构能力提升',
      '法律顾问费',
    ],
  },
  {
    name: '文化和旅游局',
    slug: 'wenhuahelvyouju',
    subjects: [
      { code: '2070101', names: ['文化旅游体育与传媒支出', '文化和旅游', '行政运行'] },
      { code: '2070109', names: ['文化旅游体育与传媒支出', '文化和旅游', '群众文化'] },
    ],
    projects: [
      '公共文化场馆免费开放',
      '送戏下乡',
      '非物质文化遗产保护',
      '农家书屋更新',
      '旅游宣传推广',
      '文物保护单位修缮',
    ],
  },
];

/** Words put before a project's name so that a large archive does not repeat itself. */
export const projectPrefixes = [
  '',
  '中央财政',
  '省级财政',
  '市级配套',
  '本级',
  '第二批',
  '提前下达',
] as const;

/** How the value of an indicator is printed, from a number between 1 and 900. */
type PrintValue = (n: number) => string;

/** Indicators of an example form: level 1, level 2, name, and how its value is printed. */
export const indicatorTemplates: readonly (readonly [string, string, string, PrintValue])[] = [
  ['产出指标', '数量指标', '补助人数', (n) => `≥${n}人`],
  ['产出指标', '数量指标', '开展活动次数', (n) => `≥${1 + (n % 12)}次`],
  ['产出指标', '数量指标', '覆盖乡镇数量', (n) => `≥${1 + (n % 18)}个`],
  ['产出指标', '数量指标', '购置设备数量', (n) => `≥${1 + (n % 60)}台`],
  ['产出指标', '质量指标', '验收合格率', (n) => `≥${90 + (n % 10)}%`],
  ['产出指标', '质量指标', '补助对象认定准确率', (n) => `≥${95 + (n % 5)}%`],
  ['产出指标', '质量指标', '资金使用合规性', () => '合规'],
  ['产出指标', '时效指标', '资金拨付及时性', () => '及时'],
  ['产出指标', '时效指标', '工作完成时限', (n) => `≤${1 + (n % 12)}个月`],
  ['产出指标', '时效指标', '当年任务完成率', (n) => `≥${90 + (n % 11)}%`],
  [
    '产出指标',
    '成本指标',
    '人均成本',
    (n) => `≤${(n % 90) / 100 + 0.1}万元/人`.replace(/(\.\d{2})\d+/u, '$1'),
  ],
  ['产出指标', '成本指标', '设备购置平均单价', (n) => `≤${100 + n}元`],
  ['效益指标', '经济效益指标', '带动群众增收', (n) => `≥${n}元`],
  ['效益指标', '社会效益指标', '群众知晓率', (n) => `≥${80 + (n % 19)}%`],
  ['效益指标', '社会效益指标', '基层服务能力', () => '有效提升'],
  ['效益指标', '社会效益指标', '受益群众人数', (n) => `≥${10 * n}人`],
  ['效益指标', '生态效益指标', '对环境的影响', () => '影响较小'],
  ['效益指标', '可持续影响指标', '长效机制健全程度', () => '不断完善'],
  ['效益指标', '可持续影响指标', '持续发挥作用期限', (n) => `≥${1 + (n % 5)}年`],
  ['满意度指标', '服务对象满意度指标', '服务对象满意度', (n) => `≥${85 + (n % 14)}%`],
  ['满意度指标', '服务对象满意度指标', '受益群众满意度', (n) => `≥${85 + (n % 14)}%`],
];

/** Indicators that name what the project is about, as forms do. */
export const ownIndicators: readonly (readonly [
  string,
  string,
  (about: string) => string,
  PrintValue,
])[] = [
  ['产出指标', '数量指标', (about) => `${about}数量`, (n) => `≥${n}项`],
  ['产出指标', '质量指标', (about) => `${about}达标率`, (n) => `≥${90 + (n % 10)}%`],
  ['产出指标', '时效指标', (about) => `${about}完成及时率`, (n) => `≥${90 + (n % 11)}%`],
  ['效益指标', '社会效益指标', (about) => `${about}效果`, () => '明显'],
  [
    '满意度指标',
    '服务对象满意度指标',
    (about) => `${about}对象满意度`,
    (n) => `≥${85 + (n % 14)}%`,
  ],
];

/** Documents an example form may cite. */
export const citedTitles = [
  '示例专项资金管理办法',
  '示例项目资金使用细则',
  '示例补助资金下达通知',
  '示例工作实施方案',
] as const;

/** A functional subject: the code of the 项, and the names of 类, 款 and 项. */
export interface SubjectNames {
  readonly code: string;
  readonly names: readonly [string, string, string];
}

/** Subjects that every unit spends on, each with the economic line that is spent there whole. */
export const commonSubjects: readonly (SubjectNames & { readonly line: string })[] = [
  {
    code: '2080505',
    names: ['社会保障和就业支出', '行政事业单位养老支出', '机关事业单位基本养老保险缴费支出'],
    line: '机关事业单位基本养老保险缴费',
  },
  {
    code: '2101101',
    names: ['卫生健康支出', '行政事业单位医疗', '行政单位医疗'],
    line: '职工基本医疗保险缴费',
  },
  {
    code: '2210201',
    names: ['住房保障支出', '住房改革支出', '住房公积金'],
    line: '住房公积金',
  },
];

/** Lines of basic expenditure: group, economic class, government economic class, weight in the whole. */
export const economicLines: readonly (readonly [string, string, string, number])[] = [
  ['工资福利支出', '基本工资', '工资奖金津补贴', 320],
  ['工资福利支出', '津贴补贴', '工资奖金津补贴', 180],
  ['工资福利支出', '奖金', '工资奖金津补贴', 60],
  ['工资福利支出', '绩效工资', '工资福利支出', 40],
  ['工资福利支出', '机关事业单位基本养老保险缴费', '社会保障缴费', 90],
  ['工资福利支出', '职工基本医疗保险缴费', '社会保障缴费', 40],
  ['工资福利支出', '其他社会保障缴费', '社会保障缴费', 8],
  ['工资福利支出', '住房公积金', '住房公积金', 80],
  ['商品和服务支出', '办公费', '办公经费', 30],
  ['商品和服务支出', '印刷费', '办公经费', 6],
  ['商品和服务支出', '邮电费', '办公经费', 5],
  ['商品和服务支出', '差旅费', '办公经费', 12],
  ['商品和服务支出', '维修（护）费', '维修（护）费', 6],
  ['商品和服务支出', '工会经费', '办公经费', 14],
  ['商品和服务支出', '福利费', '办公经费', 10],
  ['商品和服务支出', '公务用车运行维护费', '公务用车运行维护费', 20],
  ['商品和服务支出', '其他交通费用', '办公经费', 30],
  ['对个人和家庭的补助', '退休费', '离退休费', 30],
  ['对个人和家庭的补助', '生活补助', '社会福利和救助', 14],
  ['对个人和家庭的补助', '奖励金', '社会福利和救助', 5],
];

/** The thirty expenditure classes of the summary tables, as the Shanxi set numbers them. */
export const expenditureClasses = [
  '一、一般公共服务支出',
  '二、外交支出',
  '三、国防支出',
  '四、公共安全支出',
  '五、教育支出',
  '六、科学技术支出',
  '七、文化旅游体育与传媒支出',
  '八、社会保障和就业支出',
  '九、社会保险基金支出',
  '十、卫生健康支出',
  '十一、节能环保支出',
  '十二、城乡社区支出',
  '十三、农林水支出',
  '十四、交通运输支出',
  '十五、资源勘探工业信息等支出',
  '十六、商业服务业等支出',
  '十七、金融支出',
  '十八、援助其他地区支出',
  '十九、自然资源海洋气象等支出',
  '二十、住房保障支出',
  '二十一、粮油物资储备支出',
  '二十二、国有资本经营预算支出',
  '二十三、灾害防治及应急管理支出',
  '二十四、预备费',
  '二十五、其他支出',
  '二十六、转移性支出',
  '二十七、债务还本支出',
  '二十八、债务付息支出',
  '二十九、债务发行费用支出',
  '三十、抗疫特别国债安排的支出',
] as const;
