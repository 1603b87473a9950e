import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { regionFileSchema, type Region } from '../src/schema/region.ts';
import { tableSetSchema } from '../src/schema/table-set.ts';
import type { Unit } from '../src/schema/unit.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { slotOf, synthRecord, unitOf } from './lib/synth/synth-record.ts';

/** What the command needs from outside. */
export interface SynthEffects {
  readonly readText: (path: string) => Promise<string>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Copies a file or folder. */
  readonly copy: (from: string, to: string) => Promise<void>;
  readonly print: (line: string) => void;
}

const registers = ['regions.json', 'economic-classes.json', 'glossary.json', 'table-sets', 'pages'];

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run synth -- --out <folder> [options]',
  about: `Writes an archive of example records, for trying the generator at size: npm run build -- --root <folder>
builds it. Records are marked as examples; the same seed makes the same bytes.`,
  options: {
    'unit-years': { type: 'string', value: '<n>', default: '1000', about: 'how many records' },
    seed: { type: 'string', value: '<n>', default: '1', about: 'where its chance begins' },
    out: { type: 'string', value: '<folder>', about: 'a folder of its own, never content/' },
    province: {
      type: 'string',
      value: '<code>',
      default: '',
      about: 'keep to a province, e.g. 140000',
    },
  },
});

function parseOptions(args: readonly string[]): {
  unitYears: number;
  seed: number;
  out: string;
  province: string;
} {
  const { values } = readCommandLine(command, args);
  const number = (name: string, text: string): number => {
    if (!/^\d{1,7}$/u.test(text))
      throw new Error(`Unexpected --${name} "${text}", expected a whole number.`);
    return Number(text);
  };
  if (values.out === undefined)
    throw new Error(
      'Unexpected missing --out, expected a folder of its own, e.g. --out .cache/synth-1000',
    );
  return {
    unitYears: number('unit-years', values['unit-years']),
    seed: number('seed', values.seed),
    out: values.out,
    province: values.province,
  };
}

/**
 * Writes an example archive that `npm run build -- --root <out>` builds, see
 * {@link command}. Records are marked as examples, use real division codes, and are the same for the same seed.
 * @throws when the folder is that of the real archive
 */
export async function run(args: readonly string[], effects: SynthEffects): Promise<void> {
  const { unitYears, seed, out, province } = parseOptions(args);
  const here = resolve(import.meta.dirname, '..');
  const root = resolve(out);
  if (
    root === here ||
    join(root, 'content') === join(here, 'content') ||
    root.startsWith(join(here, 'content'))
  )
    throw new Error(
      `Unexpected --out ${out}, expected a folder outside content/: examples never enter the archive.`,
    );
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await effects.readText(join(here, 'content', file)));
  const tableSet = tableSetSchema.parse(await read('table-sets/shanxi-13.json'));
  const regions = countiesOf(regionFileSchema.parse(await read('regions.json')).regions, province);
  const units = new Map<string, Unit>();
  for (let i = 0; i < unitYears; i += 1) {
    const slot = slotOf(i, regions);
    const unit = unitOf(slot);
    units.set(unit.id, unit);
    const record = synthRecord(slot, seed, tableSet);
    const file = join(
      root,
      'content/disclosures',
      unit.regionCode,
      unit.id,
      `${slot.year}-budget.json`,
    );
    await effects.writeText(file, `${JSON.stringify(record)}\n`);
    if ((i + 1) % 5000 === 0) effects.print(`${i + 1} of ${unitYears}`);
  }
  const sorted = [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  await effects.writeText(join(root, 'content/units.json'), `${JSON.stringify(sorted, null, 1)}\n`);
  for (const name of registers)
    await effects.copy(join(here, 'content', name), join(root, 'content', name));
  effects.print(`${unitYears} example unit-years of ${units.size} units, seed ${seed}, in ${out}`);
}

/** Counties still valid, of one province when its code is given. */
function countiesOf(regions: readonly Region[], province: string): Region[] {
  return regions.filter(
    ({ code, level, validTo }) =>
      level === 'county' && validTo === null && code.startsWith(province.replace(/0+$/u, '')),
  );
}

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, {
      readText: (path) => readFile(path, 'utf8'),
      writeText: async (path, text) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      },
      copy: (from, to) => cp(from, to, { recursive: true }),
      print: console.log,
    }),
  );
