import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/*
 * A reader of data packages that knows the published standard (Data Package v2, Table Schema) and nothing
 * of this project, so that both cannot be wrong in the same way.
 */

interface Field {
  readonly name: string;
  readonly type?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly fields: readonly Field[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
}

interface Resource {
  readonly name?: string;
  readonly path?: string | readonly string[];
  readonly data?: unknown;
  readonly mediatype?: string;
  readonly compression?: string;
  readonly bytes?: number;
  readonly hash?: string;
  readonly encoding?: string;
  readonly dialect?: {
    readonly delimiter?: string;
    readonly lineTerminator?: string;
    readonly quoteChar?: string;
  };
  readonly schema?: Schema;
}

interface Descriptor {
  readonly resources?: readonly Resource[];
  readonly licenses?: readonly { readonly name?: string; readonly path?: string }[];
}

/** A table as read: values by row and field, null where the text is one of the missing values. */
type Rows = readonly (readonly (string | null)[])[];

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** How the text of each type looks. */
const readable: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/u.test(text),
  number: (text) => /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text),
  date: (text) => isDate(text),
};

/** What one value breaks of its field; undefined = nothing. */
function valueFault(value: string | null, { type = 'string', constraints = {} }: Field) {
  const { required = false, enum: choices, ...others } = constraints;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return `constraint ${unknown} is not known`;
  if (value === null) return required === true ? 'is missing' : undefined;
  const isReadable = readable[type];
  if (isReadable === undefined) return `type ${type} is not known`;
  if (!isReadable(value)) return `"${value}" is no ${type}`;
  return Array.isArray(choices) && !choices.includes(value) ? `"${value}" is no choice` : undefined;
}

/** The lines of one file of a table, and what is wrong with its header. */
function readLines(text: string, { dialect, schema }: Resource) {
  const [header = [], ...lines]: string[][] = parse(text, {
    delimiter: dialect?.delimiter ?? ',',
    record_delimiter: dialect?.lineTerminator ?? '\r\n',
    quote: dialect?.quoteChar ?? '"',
    relax_column_count: true,
  });
  const names = (schema?.fields ?? []).map(({ name }) => name);
  return {
    lines,
    faults: header.join() === names.join() ? [] : [`the header is ${header.join()}`],
  };
}

/** The rows of a table of one file or several, and what is wrong with it by itself. */
function readTable(texts: readonly string[], resource: Resource): { rows: Rows; faults: string[] } {
  const { fields = [], missingValues = [''], primaryKey = [] } = resource.schema ?? {};
  const files = texts.map((text) => readLines(text, resource));
  const names = fields.map(({ name }) => name);
  const faults = files.flatMap((file) => file.faults);
  if (new Set(names).size !== names.length) faults.push('two fields have one name');
  const rows = files.flatMap(({ lines }) =>
    lines.map((line) => line.map((value) => (missingValues.includes(value) ? null : value))),
  );
  const keys = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (row.length !== names.length) faults.push(`row ${i + 1} has ${row.length} values`);
    for (const [j, field] of fields.entries()) {
      const fault = valueFault(row[j] ?? null, field);
      if (fault !== undefined) faults.push(`row ${i + 1}, ${field.name}: ${fault}`);
    }
    const key = primaryKey.map((name) => row[names.indexOf(name)] ?? null);
    if (primaryKey.length > 0 && (key.includes(null) || keys.has(JSON.stringify(key))))
      faults.push(`row ${i + 1}: the key ${key.join()} does not name one row`);
    keys.add(JSON.stringify(key));
  }
  return { rows, faults };
}

/** What is wrong with the file of a resource, whatever is in it. */
function fileFaults(file: Buffer, { bytes, hash = '', mediatype = '' }: Resource): string[] {
  const [algorithm = '', digest] = hash.split(':');
  return [
    ...(bytes === file.length ? [] : [`has ${file.length} bytes`]),
    ...(['sha256', 'sha512'].includes(algorithm) &&
    createHash(algorithm).update(file).digest('hex') === digest
      ? []
      : ['has another digest']),
    ...(/^[\w.+-]+\/[\w.+-]+$/u.test(mediatype) ? [] : [`media type "${mediatype}"`]),
  ];
}

/** References of a table to rows that are not there. */
function referenceFaults(
  resource: Resource,
  tables: ReadonlyMap<string, { readonly schema: Schema; readonly rows: Rows }>,
): string[] {
  const own = tables.get(resource.name ?? '');
  return (resource.schema?.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = tables.get(reference.resource ?? resource.name ?? '');
    if (own === undefined || other === undefined) return [`leads to no ${reference.resource}`];
    const values = (schema: Schema, names: readonly string[], rows: Rows) => {
      const places = names.map((name) => schema.fields.findIndex((field) => field.name === name));
      return rows.map((row) => places.map((place) => row[place] ?? null));
    };
    const known = new Set(
      values(other.schema, reference.fields, other.rows).map((key) => JSON.stringify(key)),
    );
    return values(own.schema, fields, own.rows)
      .filter((key) => !key.includes(null) && !known.has(JSON.stringify(key)))
      .map((key) => `${fields.join()} leads nowhere: ${key.join()}`);
  });
}

/** Paths of a resource; of one in several files each must be a resource of its own, with its digest. */
const pathsOf = ({ path = '' }: Resource): readonly string[] =>
  typeof path === 'string' ? [path] : path;

/** What is wrong with the descriptor itself. */
function descriptorFaults({ resources = [], licenses = [] }: Descriptor): string[] {
  const names = resources.map(({ name }) => name ?? '');
  const single = new Set(resources.map(({ path }) => path));
  return [
    ...(resources.length === 0 ? ['the package has no resources'] : []),
    ...names.filter((name) => !/^[a-z0-9._-]+$/u.test(name)).map((name) => `name "${name}"`),
    ...names.filter((name, i) => names.indexOf(name) < i).map((name) => `second ${name}`),
    ...licenses
      .filter(({ name, path }) => !/^[-\w.]+$/u.test(name ?? '') && path === undefined)
      .map(({ name }) => `licence "${name ?? ''}"`),
    ...resources.flatMap((resource) =>
      pathsOf(resource)
        .filter((path) => !single.has(path))
        .map((path) => `${resource.name}: ${path} is told no digest`),
    ),
  ];
}

const isSafe = (path: string): boolean =>
  path !== '' && !/^[/~.]|(?:^|\/)\.\.(?:\/|$)|\\|^\w+:/u.test(path);

/**
 * What is wrong with the data package of a folder: its descriptor, size and digest of every file, every
 * value of every table by type and constraints, keys, and references between tables. Empty = nothing.
 */
export function dataPackageFaults(folder: string): string[] {
  const text = readFileSync(join(folder, 'datapackage.json'), 'utf8');
  const descriptor = JSON.parse(text) as Descriptor;
  const faults = descriptorFaults(descriptor);
  const tables = new Map<string, { schema: Schema; rows: Rows }>();
  for (const resource of descriptor.resources ?? []) {
    const { name = '', data, schema, compression } = resource;
    const paths = pathsOf(resource);
    const strays = paths.filter((path) => !isSafe(path) || !existsSync(join(folder, path)));
    faults.push(...strays.map((path) => `${name}: path "${path}" is no file of the package`));
    if (paths.length === 0) faults.push(`${name}: no file`);
    if (strays.length > 0 || data !== undefined) continue;
    const files = paths.map((path) => readFileSync(join(folder, path)));
    if (typeof resource.path === 'string')
      faults.push(
        ...files.flatMap((file) => fileFaults(file, resource)).map((fault) => `${name}: ${fault}`),
      );
    if (schema === undefined) continue;
    const decoder = new TextDecoder(resource.encoding ?? 'utf-8', { fatal: true });
    const texts = files.map((file) =>
      decoder.decode(compression === 'gz' ? gunzipSync(file) : file),
    );
    const { rows, faults: inside } = readTable(texts, resource);
    faults.push(...inside.map((fault) => `${name}: ${fault}`));
    tables.set(name, { schema, rows });
  }
  for (const resource of descriptor.resources ?? []) {
    faults.push(...referenceFaults(resource, tables).map((fault) => `${resource.name}: ${fault}`));
  }
  return faults;
}
