import { describe, expect, test } from 'vitest';
import { checks } from '../../../src/checks/index.ts';
import { disclosureSchema } from '../../../src/schema/disclosure.ts';
import { findingSchema } from '../../../src/schema/finding.ts';

const cases = checks.flatMap((check) =>
  check.examples.map((example) => ({ id: check.id, title: example.title, check, example })),
);

describe('the examples of the checks', () => {
  test.each(cases)('$id: $title', ({ check, example }) => {
    const findings = check.check(example.disclosure);
    expect(findings.map(({ result, message }) => ({ result, message }))).toEqual(example.expected);
    for (const finding of findings) {
      expect(findingSchema.parse(finding)).toEqual(finding);
      expect(finding.checkId).toBe(check.id);
    }
  });

  test.each(cases)('$id: $title has a valid record', ({ example }) => {
    expect(disclosureSchema.parse(example.disclosure)).toEqual(example.disclosure);
  });

  test.each(checks)('$id shows at least one pass and one difference', ({ examples }) => {
    const results = examples.flatMap((example) =>
      example.expected.map((finding) => finding.result),
    );
    expect(results).toContain('pass');
    expect(results).toContain('difference');
  });

  test.each(checks)(
    '$id finds exactly what is recorded for its examples',
    async ({ id, check, examples }) => {
      const findings = examples.map((example) => ({
        title: example.title,
        findings: check(example.disclosure),
      }));
      await expect(`${JSON.stringify(findings, null, 2)}\n`).toMatchFileSnapshot(
        `findings/${id}.json`,
      );
    },
  );

  test('ids and titles are given once', () => {
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    expect(new Set(checks.map((check) => check.title)).size).toBe(checks.length);
  });
});
