import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page that let it through would do: open a dialog, set a flag, ask another host, run in a sheet. */
export const hostileTexts = [
  '<script>window.hostile=1;alert(1)</script>',
  '"><img src="https://hostile.invalid/a.png" onerror="window.hostile=2">',
  "'); window.hostile=3; ('",
  '</title></textarea></style></script><svg onload="window.hostile=4">',
  '[示例](javascript:window.hostile=5) ![a](https://hostile.invalid/b.png)',
  '示例\u202e目项示反\u2066\u200f',
  '=HYPERLINK("https://hostile.invalid/","示例")',
  '+1+cmd|示例',
  '{{constructor.constructor("window.hostile=6")()}}${window.hostile=7}',
  '零工市场'.repeat(40),
] as const;

/** Fields of a record that hold free text of a source, wherever they stand. */
const textFields = new Set([
  'name',
  'formName',
  'title',
  'level1',
  'level2',
  'attribute',
  'duration',
  'implementingUnit',
  'publisher',
  'note',
  'what',
  'reason',
]);

/** Longest text that a field of a few signs takes. */
const limits: Readonly<Record<string, number>> = {
  duration: 60,
  attribute: 100,
  level1: 40,
  level2: 40,
};

/**
 * The record with a hostile text in every field of free text, one after another. Names of projects and
 * of their rows change alike, so that they still are one thing.
 */
function spoil(value: unknown, made: Map<string, string>, key = ''): unknown {
  if (typeof value === 'string' && textFields.has(key)) {
    const known = made.get(value);
    if (known !== undefined) return known.slice(0, limits[key] ?? 200);
    const text = `${hostileTexts[made.size % hostileTexts.length] ?? ''}${made.size}`;
    made.set(value, text);
    return text.slice(0, limits[key] ?? 200);
  }
  if (Array.isArray(value)) return value.map((one) => spoil(one, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, spoil(one, made, name)]),
  );
}

/** Puts hostile texts into a record of a content folder and into the name of its unit. */
export function spoilRecord(content: string, file: string, unitId: string): void {
  const path = join(content, 'disclosures', file);
  const record = JSON.parse(readFileSync(path, 'utf8')) as { unitName: string };
  const unitName = `示例${hostileTexts[1]}`;
  const spoiled = { ...(spoil(record, new Map()) as object), unitName };
  writeFileSync(path, JSON.stringify(spoiled, null, 2));
  const register = join(content, 'units.json');
  const units = JSON.parse(readFileSync(register, 'utf8')) as { id: string }[];
  writeFileSync(
    register,
    JSON.stringify(
      units.map((unit) =>
        unit.id === unitId
          ? { ...unit, name: unitName, names: [{ name: unitName, from: null, to: null }] }
          : unit,
      ),
    ),
  );
}
