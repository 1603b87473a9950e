import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importStatements } from '../lib/import-statements.ts';

/** What the files of a folder may import. */
interface Direction {
  /**
   * Folders of src/ (or single files in them) whose values may be used, its own always among them; a
   * name with a slash before it counts from the top.
   */
  readonly values: readonly string[];
  /** Folders of which only types may be used. */
  readonly types?: readonly string[];
  /** Packages that may be used: names, or `*` for any; `node:` stands for the builtins of Node. */
  readonly packages: readonly string[];
}

const everything = [
  'money',
  'schema',
  'extract',
  'assemble',
  'checks',
  'format',
  'archive',
  'downloads',
  'markdown',
];

const directions: Readonly<Record<string, Direction>> = {
  'src/money': { values: [], packages: [] },
  'src/schema': { values: ['money'], packages: ['zod'] },
  'src/extract': { values: ['schema'], packages: ['*', 'node:'] },
  'src/assemble': {
    // A corrected line is cut into cells as the adapter cuts lines, by the same pure functions.
    values: [
      'schema',
      'money',
      'extract/refusal.ts',
      'extract/text-document.ts',
      'extract/spaced-cells.ts',
    ],
    types: ['extract'],
    packages: ['pinyin-pro', 'remark'],
  },
  'src/checks': { values: ['schema', 'money'], packages: [] },
  'src/format': { values: ['schema', 'money'], packages: [] },
  'src/archive': {
    values: ['schema', 'money', 'checks', 'format', '/content'],
    packages: ['*', 'node:'],
  },
  'src/downloads': {
    values: ['archive', 'schema', 'money', 'format', '/content'],
    packages: ['*', 'node:'],
  },
  'src/markdown': { values: [], packages: ['*'] },
  'src/client': {
    values: ['format', 'money'],
    types: ['schema'],
    packages: ['chart.js', 'csv-stringify', 'opencc-js'],
  },
  'src/components': {
    values: ['layouts', 'schema', 'format', 'money', 'styles'],
    types: ['archive'],
    packages: [],
  },
  'src/layouts': {
    values: ['components', 'schema', 'format', 'money', 'styles'],
    types: ['archive'],
    packages: [],
  },
  'src/pages': {
    values: [
      'money',
      'schema',
      'checks',
      'format',
      'archive',
      'downloads',
      'markdown',
      'components',
      'layouts',
      'styles',
      '/content',
    ],
    packages: ['*', 'node:'],
  },
  'src/content.config.ts': {
    values: ['archive', 'schema', 'money'],
    packages: ['astro:content', 'zod'],
  },
  scripts: { values: everything, packages: ['*', 'node:'] },
};

/** Values a <script> of a component may use: it runs in the browser. */
const inScripts = ['client'];

/** The one file that may read Astro's collections, and that nothing but pages may use. */
const archiveLoader = 'src/archive/load-archive.ts';

/** Imports of a file that go against the table, one line each. */
function violations(file: string, text: string): string[] {
  const folder = Object.keys(directions).find(
    (name) => file === name || file.startsWith(`${name}/`),
  );
  const direction = folder === undefined ? undefined : directions[folder];
  if (direction === undefined) return [`${file}: no direction for its folder`];
  return importStatements(file, text)
    .filter(({ target, typesOnly, inScript }) => {
      if (!target.startsWith('.')) return !packageAllowed(file, target, direction);
      const path = posix.normalize(posix.join(posix.dirname(file), target));
      const within = (names: readonly string[]): boolean =>
        names
          .map((name) => (name.startsWith('/') ? name.slice(1) : `src/${name}`))
          .some((name) => path === name || path.startsWith(`${name}/`));
      if (inScript) return !within([...inScripts, 'format', 'money']);
      if (path === archiveLoader) return !file.startsWith('src/pages/');
      if (path.startsWith(`${folder}/`) || within(direction.values)) return false;
      return !(typesOnly && within(direction.types ?? []));
    })
    .map(({ target }) => `${file} imports ${target}`);
}

function packageAllowed(file: string, target: string, { packages }: Direction): boolean {
  if (target === 'astro:content') return file === archiveLoader || file === 'src/content.config.ts';
  if (target.startsWith('node:')) return packages.includes('node:');
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  return packages.includes('*') || packages.includes(name) || packages.includes(target);
}

const files = ['src/**/*.{ts,astro}', 'scripts/**/*.ts']
  .flatMap((pattern) => globSync(pattern))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** A circle of imports that files form, as a path; undefined = none. */
function findCircle(importsOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of importsOf.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of importsOf.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('imports', () => {
  test('there is a direction for every folder, and files in the tree to hold it against', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const folder of Object.keys(directions)) expect(existsSync(folder), folder).toBe(true);
  });

  test('go in the directions of the table', () => {
    expect(files.flatMap((file) => violations(file, texts.get(file) ?? ''))).toEqual([]);
  });

  test('form no circle at run time', () => {
    const importsOf = new Map(
      files.map((file) => [
        file,
        importStatements(file, texts.get(file) ?? '')
          .filter(({ target, typesOnly }) => target.startsWith('.') && !typesOnly)
          .map(({ target }) => posix.normalize(posix.join(posix.dirname(file), target))),
      ]),
    );
    expect(findCircle(importsOf)).toBeUndefined();
  });

  test('go to files, not to barrels', () => {
    const barrels = files.filter((file) => file.endsWith('/index.ts'));
    const lists = ['src/checks/index.ts', 'src/extract/index.ts', 'src/assemble/index.ts'];
    expect(
      barrels.filter((file) => !lists.includes(file) && !file.startsWith('src/pages/')),
    ).toEqual([]);
  });
});

describe('the table', () => {
  test.each([
    ['src/money/fen.ts', "import { z } from 'zod';"],
    ['src/schema/table.ts', "import { sum } from '../archive/aggregate.ts';"],
    ['src/assemble/read-table.ts', "import { readFileSync } from 'node:fs';"],
    ['src/assemble/read-table.ts', "import { extractText } from '../extract/extract-text.ts';"],
    ['src/checks/rows.ts', "import type { ExtractedRow } from '../extract/extracted-document.ts';"],
    ['src/format/date.ts', "import { z } from 'zod';"],
    ['src/archive/by-year.ts', "import { getCollection } from 'astro:content';"],
    ['src/archive/by-year.ts', "export { csvRows } from '../downloads/csv-text.ts';"],
    ['src/downloads/csv-text.ts', "import { loadArchive } from '../archive/load-archive.ts';"],
    ['src/client/search.ts', "import { tableSchema } from '../schema/table.ts';"],
    [
      'src/components/Card.astro',
      "---\nimport { loadArchive } from '../archive/load-archive.ts';\n---\n<p />",
    ],
    [
      'src/components/Card.astro',
      "---\nimport { aggregate } from '../archive/aggregate.ts';\n---\n<p />",
    ],
    ['src/components/Card.astro', "---\nimport '../client/search.ts';\n---\n<p />"],
    [
      'src/components/Card.astro',
      "---\n---\n<script>\nimport '../archive/aggregate.ts';\n</script>",
    ],
    [
      'src/pages/index.astro',
      "---\nconst { run } = await import('../assemble/read-table.ts');\n---\n",
    ],
    ['scripts/import.ts', "import Page from '../src/components/Card.astro';"],
    ['scripts/import.ts', "import { loadArchive } from '../src/archive/load-archive.ts';"],
    ['src/helpers/date.ts', "import 'zod';"],
  ])('catches case %# in %s', (file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });

  test.each([
    [
      'src/assemble/read-table.ts',
      "import type { ExtractedRow } from '../extract/extracted-document.ts';",
    ],
    [
      'src/assemble/read-table.ts',
      "import { type ExtractedRow } from '../extract/extracted-document.ts';",
    ],
    ['src/client/search.ts', "import type { Table } from '../schema/table.ts';"],
    [
      'src/components/Card.astro',
      "---\nimport type { UnitYear } from '../archive/model.ts';\n---\n<script>import '../client/search.ts';</script>",
    ],
    [
      'src/pages/index.astro',
      "---\nimport { loadArchive } from '../archive/load-archive.ts';\n---\n",
    ],
    ['src/money/fen.ts', "// import { z } from 'zod';\n/* import 'zod'; */\nconst text = 1;"],
  ])('lets case %# be in %s', (file, text) => {
    expect(violations(file, text)).toEqual([]);
  });

  test('a circle is found and told as a path', () => {
    const importsOf = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(importsOf)).toEqual(['b', 'c', 'b']);
    expect(
      findCircle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeUndefined();
  });
});
