import { describe, expect, test } from 'vitest';
import { formatCitation } from '../../../src/format/citation.ts';

const disclosure = {
  disclosureId: '990101-shili-2024-budget',
  unitName: '示例单位',
  year: 2024,
  kind: 'budget',
  sourceSha256: '0123456789abcdef'.repeat(4),
} as const;

describe('formatCitation', () => {
  test.each([
    {
      claim: 'names unit, year, record and source, and the address where the site knows it',
      address: 'https://example.org/units/990101-shili/2024/',
      citation:
        '示例单位. 2024 年度预算[DB/OL]. 预算公开档案，记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef. https://example.org/units/990101-shili/2024/.',
    },
    {
      claim: 'leaves the address out where the site does not know it',
      address: null,
      citation:
        '示例单位. 2024 年度预算[DB/OL]. 预算公开档案，记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef.',
    },
  ])('$claim', ({ address, citation }) => {
    expect(formatCitation(disclosure, address)).toBe(citation);
  });
});
