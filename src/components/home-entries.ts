/** Ways into the archive, in the order of the home page. */
export const homeEntries = [
  { label: '项目', path: '/projects/', note: '全部项目一张表：筛选、排序、并排比较' },
  { label: '地区', path: '/regions/', note: '省、市、县，各有哪些单位公开了预算' },
  { label: '功能科目', path: '/subjects/', note: '钱用来办什么事：类、款、项' },
  { label: '经济分类', path: '/economic-classes/', note: '钱花成了什么：工资、办公费、购置……' },
  { label: '单位', path: '/units/', note: '每个单位历年的预算' },
  { label: '比较单位', path: '/compare/', note: '两到四份预算并排，逐行的差额和占比' },
  { label: '政策文件', path: '/documents/', note: '项目依据了哪些文件，同一文件有哪些项目' },
  { label: '收录情况', path: '/coverage/', note: '收了什么，缺什么，更正了什么' },
  { label: '数据下载', path: '/data/', note: '全部数据的表格文件，每一栏都有说明' },
  { label: '名词解释', path: '/glossary/', note: '预算里的术语，用平常话讲' },
  { label: '编制说明', path: '/method/', note: '数字怎样读出、核实、更正' },
] as const;
