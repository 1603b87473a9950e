/** One import of a source file. */
export interface ImportStatement {
  /** What is imported, as written: `../money/fen.ts`, `zod`, `node:fs`. */
  readonly target: string;
  /** Whether nothing but types is imported, which leaves no trace at run time. */
  readonly typesOnly: boolean;
  /** Whether it stands in a <script> of a component, which runs in the browser. */
  readonly inScript: boolean;
}

const statement =
  /(?:^|[;\n])\s*(?:import|export)\s+(?:(type)\s+)?(?:([^'";]*?)\s*from\s*)?['"]([^'"\n]+)['"]/gu;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gu;

/** The imports and re-exports of a .ts or .astro file, in order; comments are not looked into. */
export function importStatements(file: string, text: string): ImportStatement[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
  if (!file.endsWith('.astro')) return statementsOf(code, false);
  const [, frontmatter = '', template = code] =
    /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/u.exec(code) ?? [];
  const scripts = [...template.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)].map(
    ([, body]) => body,
  );
  return [...statementsOf(frontmatter, false), ...statementsOf(scripts.join('\n'), true)];
}

function statementsOf(code: string, inScript: boolean): ImportStatement[] {
  const written = [...code.matchAll(statement)].map(([, type, names, target]) => ({
    target: target ?? '',
    typesOnly: type !== undefined || namesAreTypes(names ?? ''),
    inScript,
  }));
  const late = [...code.matchAll(dynamic)].map(([, target]) => ({
    target: target ?? '',
    typesOnly: false,
    inScript,
  }));
  return [...written, ...late];
}

/** Whether every name between the braces of an import says `type`. */
function namesAreTypes(names: string): boolean {
  const inner = /^\{([\s\S]*)\}$/u.exec(names.trim())?.[1];
  const parts = (inner ?? '').split(',').map((name) => name.trim());
  const given = parts.filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}
