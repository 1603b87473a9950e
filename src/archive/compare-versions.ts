import { columnLabels } from '../format/labels.ts';
import type { Disclosure } from '../schema/disclosure.ts';

/** One thing that two versions of a record say differently. */
export interface VersionDifference {
  /** Where, in Chinese, from the whole to the part. */
  readonly where: readonly string[];
  /** What each version has there; null = nothing. Amounts as printed, with 分 for what is derived. */
  readonly before: string | null;
  readonly after: string | null;
}

type Json = string | number | boolean | null | Json[] | JsonObject;
// A type alias could not name itself here.
interface JsonObject {
  readonly [key: string]: Json;
}

/** Chinese names of the parts of a record; what has none is named as in the record. */
const partLabels: Readonly<Record<string, string>> = {
  tables: '报表',
  rows: '行',
  cells: '格',
  projects: '项目',
  forms: '绩效表',
  indicators: '指标',
  keyFacts: '说明中的数字',
  corrections: '更正',
  gaps: '缺损',
  source: '来源',
  missingTables: '没有的报表',
  unitName: '单位名称',
  supervisingDepartment: '主管部门',
  dropped: '略去的个人信息',
  documents: '引用的文件',
  name: '名称',
  code: '代码',
  printed: '原文',
  read: '读作',
  fen: '金额（分）',
  place: '原文位置',
  title: '标题',
  note: '附注',
};

/** Fields by which the elements of a list are known again, the first that all of them have. */
const keys = ['id', 'n', 'row', 'column', 'place'] as const;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element is known by, as text. */
const nameOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A name for an element of a list, in words readers know. */
function elementLabel(key: string, value: Json, name: string): string {
  if (key === 'column') return (columnLabels as Partial<Record<string, string>>)[name] ?? name;
  const told = isObject(value) ? (value['title'] ?? value['name']) : undefined;
  const number = key === 'row' || key === 'n' ? `第 ${name} ` : `${name} `;
  return typeof told === 'string' ? `${number}${told}` : number.trim();
}

/** The field by which the elements of both lists are known again; undefined = their place in the list. */
function commonKey(lists: readonly (readonly Json[])[]): string | undefined {
  return keys.find((name) =>
    lists.every(
      (list) =>
        list.every((one) => isObject(one) && name in one) &&
        new Set(list.map((one) => (isObject(one) ? JSON.stringify(one[name]) : ''))).size ===
          list.length,
    ),
  );
}

const elementsByKey = (list: readonly Json[], key: string | undefined): Map<string, Json> =>
  new Map(
    list.map((one, i) => [
      key !== undefined && isObject(one) ? nameOf(one[key]) : String(i + 1),
      one,
    ]),
  );

function* compare(
  before: Json | undefined,
  after: Json | undefined,
  where: readonly string[],
): Generator<VersionDifference> {
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = commonKey([before, after]);
    const [old, next] = [elementsByKey(before, key), elementsByKey(after, key)];
    for (const name of new Set([...old.keys(), ...next.keys()])) {
      const [one, other] = [old.get(name), next.get(name)];
      const label = elementLabel(key ?? 'n', other ?? one ?? null, name);
      yield* compare(one, other, [...where, label]);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* compare(before[name], after[name], [...where, partLabels[name] ?? name]);
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    yield { where, before: shown(before), after: shown(after) };
  }
}

/** A value in short; null = nothing there. */
function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) && !Array.isArray(value)) return String(value);
  const told = isObject(value) ? (value['printed'] ?? value['title'] ?? value['name']) : undefined;
  return typeof told === 'string' ? told : JSON.stringify(value).slice(0, 200);
}

/** Everything that two versions of a record say differently, in the order of the record. */
export function compareVersions(before: Disclosure, after: Disclosure): VersionDifference[] {
  return [...compare(before as unknown as Json, after as unknown as Json, [])];
}
