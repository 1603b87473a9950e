import { findingSchema, type Finding } from '../schema/finding.ts';

type Field = Exclude<keyof Finding, 'disclosureId'>;

/** The fields of a finding in their order, but for the disclosure it was made on. */
const fields = Object.keys(findingSchema.shape).filter(
  (name) => name !== 'disclosureId',
) as Field[];

/**
 * The findings on one disclosure as a line of JSON, for {@link unpackFindings}: values without the names of
 * their fields, half as many bytes.
 */
export const packFindings = (findings: readonly Finding[]): string =>
  JSON.stringify(findings.map((finding) => fields.map((field) => finding[field])));

/** The findings on a disclosure that {@link packFindings} made a line of. */
export const unpackFindings = (line: string, disclosureId: string): Finding[] =>
  (JSON.parse(line) as Finding[Field][][]).map((values) => {
    const finding: Record<string, unknown> = { disclosureId };
    for (const [i, field] of fields.entries()) finding[field] = values[i];
    return finding as Finding;
  });
