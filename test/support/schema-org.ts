import { resolve } from 'node:path';
import ts from 'typescript';

/** Where the text to be checked would stand: beside the packages of this project. */
const place = resolve('test/support/schema-org.checked.ts');

/**
 * What is wrong with JSON-LD texts by the vocabulary of schema.org, as the types that Google's schema-dts
 * makes of it say: unknown types and properties, and values of a kind a property does not take. One entry
 * for each text that has a fault: its number, from 0, and the fault.
 */
export function schemaOrgFaults(texts: readonly string[]): [text: number, fault: string][] {
  const statements = texts.map((text, i) => {
    const type = (JSON.parse(text) as { '@type': unknown })['@type'];
    const known = typeof type === 'string' && /^[A-Z]\w+$/u.test(type) ? type : 'Thing';
    return `const v${i}: schema.WithContext<schema.${known}> = ${text}; void v${i};`;
  });
  const source = `import type * as schema from 'schema-dts';\n${statements.join('\n')}\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...more) =>
    file === place
      ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022)
      : read(file, ...more);
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => file === place || exists(file);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([place], options, host))
    .map(({ messageText, file, start }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line;
      return [line - 1, ts.flattenDiagnosticMessageText(messageText, '\n')];
    });
}
