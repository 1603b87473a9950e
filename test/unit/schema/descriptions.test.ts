import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

interface JsonSchema {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const folder = new URL('../../../src/schema/', import.meta.url);

/** Paths of properties without a description of their own or of the shape they refer to. */
function undescribed(
  schema: JsonSchema,
  defs: Readonly<Record<string, JsonSchema>>,
  path: string,
): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const target =
      property.$ref === undefined ? undefined : defs[property.$ref.replace('#/$defs/', '')];
    const options = property.anyOf?.map(
      (option) =>
        option.description ?? defs[option.$ref?.replace('#/$defs/', '') ?? '']?.description,
    );
    const described =
      property.description ?? target?.description ?? options?.find((text) => text !== undefined);
    return [
      ...(described === undefined ? [`${path}.${name}`] : []),
      ...undescribed(property, defs, `${path}.${name}`),
    ];
  });
  const items = schema.items === undefined ? [] : undescribed(schema.items, defs, `${path}[]`);
  const options = (schema.anyOf ?? []).flatMap((option) => undescribed(option, defs, path));
  return [...own, ...items, ...options];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

describe('every field of every schema says what it means', () => {
  test('there are schemas to look at', () => {
    expect(files.length).toBeGreaterThan(15);
  });

  test.each(files)('%s', async (file) => {
    const exported = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    const schemas = Object.entries(exported).filter(([, value]) => value instanceof z.ZodType);
    const missing = schemas.flatMap(([name, schema]) => {
      const json = z.toJSONSchema(schema as z.ZodType, {
        io: 'input',
        unrepresentable: 'any',
      }) as JsonSchema;
      const defs = json.$defs ?? {};
      return [json, ...Object.values(defs)].flatMap((part) => undescribed(part, defs, name));
    });
    expect([...new Set(missing)]).toEqual([]);
  });
});
