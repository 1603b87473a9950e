/** The parts of package.json and package-lock.json that a new archive changes. */
interface Manifest {
  name?: string;
  version?: string;
  description?: string;
  scripts?: Record<string, string>;
  packages?: Record<string, Manifest>;
}

/** Commands that need the tests of the generator. */
const generatorsOwn = ['test:unit', 'bench:search'];

/** The checks of an archive: its content, then every page of it and every link between them. */
const archiveTest = 'npm run check:content && npm run build && npm run check:links';

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A name npm takes, from the name of a folder. */
export const packageName = (folder: string): string => {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return name === '' ? 'budget-archive' : name;
};

/** package.json of a new archive: the generator's commands and dependencies under a name of its own. */
export function archivePackage(text: string, name: string): string {
  const { scripts = {}, ...manifest } = JSON.parse(text) as Manifest;
  const kept = Object.entries(scripts).filter(([script]) => !generatorsOwn.includes(script));
  return jsonText({
    ...manifest,
    name,
    version: '0.1.0',
    description: 'An archive of published budgets.',
    scripts: { ...Object.fromEntries(kept), test: archiveTest },
  });
}

/** package-lock.json of a new archive: the same packages under its own name. */
export function archiveLockfile(text: string, name: string): string {
  const lock = JSON.parse(text) as Manifest;
  const packages = { ...lock.packages };
  packages[''] = { ...packages[''], name, version: '0.1.0' };
  return jsonText({ ...lock, name, version: '0.1.0', packages });
}
