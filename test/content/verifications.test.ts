import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { verificationSchema } from '../../src/schema/verification.ts';

const content = new URL('../../content/', import.meta.url);
const files = readdirSync(new URL('verifications/', content), { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.json'));

describe('content/verifications', () => {
  test('there are verifications to look at', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s belongs to the record as it stands', (file) => {
    const verification = verificationSchema.parse(
      JSON.parse(readFileSync(new URL(`verifications/${file}`, content), 'utf8')),
    );
    const text = readFileSync(new URL(`disclosures/${file}`, content), 'utf8');
    const record = JSON.parse(text) as Disclosure;
    const sum = (count: 'compared' | 'equal' | 'explained') =>
      verification.parts.reduce((total, part) => total + part[count], 0);
    expect({
      hint: 'When the record has changed: npm run verify -- <source file> --write',
      disclosureId: verification.disclosureId,
      sourceSha256: verification.sourceSha256,
      recordSha256: verification.recordSha256,
      counts: [verification.cellsCompared, verification.equal, verification.explained],
    }).toEqual({
      hint: 'When the record has changed: npm run verify -- <source file> --write',
      disclosureId: record.id,
      sourceSha256: record.source.sha256,
      recordSha256: createHash('sha256').update(text).digest('hex'),
      counts: [sum('compared'), sum('equal'), sum('explained')],
    });
  });

  test.each(files)('%s has compared every money cell of the tables', (file) => {
    const { parts } = verificationSchema.parse(
      JSON.parse(readFileSync(new URL(`verifications/${file}`, content), 'utf8')),
    );
    const record = JSON.parse(
      readFileSync(new URL(`disclosures/${file}`, content), 'utf8'),
    ) as Disclosure;
    const cells = record.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)).length;
    expect(parts.find(({ part }) => part === 'tables')?.compared).toBe(cells);
    expect(parts.find(({ part }) => part === 'key-facts')?.compared).toBe(record.keyFacts.length);
  });
});
