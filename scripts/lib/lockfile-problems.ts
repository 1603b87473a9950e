/** One package of a lockfile, as far as it is audited. */
export interface AuditedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly link?: boolean;
}

/**
 * Licences of packages that may be used: free ones, and those that ask to share changes of the package
 * itself alone. Basis: our own practice.
 */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Zlib',
]);

/** Whether a licence expression (SPDX) leaves a way to use the package under allowed licences alone. */
export function isAllowedLicence(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/gu, '');
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowedLicences.has(one.trim())));
}

/**
 * Whether an entry stands for the binary of another platform that the registry did not have when the
 * lockfile was made: it is never installed here, so nothing of it is known but its version.
 */
export const isUnseenBinary = ({ integrity, optional, os }: AuditedPackage): boolean =>
  integrity === undefined && optional === true && os !== undefined;

/** What is wrong with one package of a lockfile. */
function packageProblems(
  path: string,
  entry: AuditedPackage,
  mayRunScripts: ReadonlySet<string>,
): string[] {
  const name = path.replace(/^.*node_modules\//u, '');
  const problems: string[] = [];
  const { version, resolved, integrity, license, deprecated, hasInstallScript, link } = entry;
  if (link === true || version === undefined || !/^\d+\.\d+\.\d+/u.test(version))
    problems.push(`Unexpected version ${version ?? 'none'}, expected a published one`);
  if (resolved !== undefined && !/^https:\/\/[^/]+\/.*\.tgz$/u.test(resolved))
    problems.push(`Unexpected source ${resolved}, expected a package of a registry`);
  if (!integrity?.startsWith('sha512-'))
    problems.push(`Unexpected integrity ${integrity ?? 'none'}, expected SHA-512`);
  if (license === undefined || !isAllowedLicence(license))
    problems.push(`Unexpected licence ${license ?? 'none'}, expected one that is allowed`);
  if (deprecated !== undefined)
    problems.push(`Unexpected deprecated package (${deprecated}), expected one that is kept`);
  if (hasInstallScript === true && !mayRunScripts.has(name))
    problems.push('Unexpected install script, expected none or an entry in allowScripts');
  return problems.map((problem) => `${path}: ${problem}.`);
}

/**
 * What is wrong with a lockfile that can be told without any registry, one line each, in its order;
 * and the binaries of other platforms of which nothing is known but the version. `allowScripts` is that of
 * package.json.
 */
export function lockfileProblems(
  packages: Readonly<Record<string, AuditedPackage>>,
  allowScripts: Readonly<Record<string, boolean>>,
): { readonly problems: readonly string[]; readonly unseen: readonly string[] } {
  const mayRunScripts = new Set(Object.keys(allowScripts));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const unseen = entries.filter(([, entry]) => isUnseenBinary(entry)).map(([path]) => path);
  const known = entries.filter(([, entry]) => !isUnseenBinary(entry));
  return {
    problems: known.flatMap(([path, entry]) => packageProblems(path, entry, mayRunScripts)),
    unseen,
  };
}
