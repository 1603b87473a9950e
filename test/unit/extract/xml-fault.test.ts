import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../../src/extract/index.ts';
import { xmlFault } from '../../../src/extract/xml-fault.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/formats', name)));

describe('xmlFault', () => {
  test.each([
    ['<a/>', null],
    [
      '\ufeff<?xml version="1.0"?>\n<w:a x="1" y=\'"\'><!-- <b> --><b>1 &lt; 2 &#65;</b><![CDATA[<c>]]></w:a>\n',
      null,
    ],
    ['<a><b></a></b>', '</a> where </b> should stand'],
    ['<a></a></a>', '</a> where nothing should stand'],
    ['<a><b></b>', '<a> that is not closed'],
    ['<a/><b/>', 'a second element <b> beside the first'],
    ['<a/>合计', 'text outside of its element'],
    ['<a>&b;</a>', 'an entity it does not know'],
    ['<a>1 < 2</a>', '"< 2</a>", which is no tag'],
    ['<a x=1/>', '"<a x=1/>", which is no tag'],
    ['<a>\u0001</a>', 'a sign that XML does not allow'],
    ['', 'no element'],
    ['<a>'.repeat(2000), 'elements nested more than 1000 deep'],
  ])('%s: %s', (xml, fault) => {
    expect(xmlFault(xml)).toBe(fault);
  });

  test.each(['example.docx', 'example.xlsx'])('finds no fault in the parts of %s', (name) => {
    const parts = Object.entries(unzipSync(fixture(name)));
    const faults = parts.map(([part, bytes]) => [part, xmlFault(strFromU8(bytes))]);
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
  });

  test('finds every single tag that is missing', () => {
    const xml = strFromU8(
      unzipSync(fixture('example.docx'))['word/styles.xml'] ?? new Uint8Array(),
    );
    const tags = [...xml.matchAll(/<\/?w:[^>]*[^/]>/gu)];
    fc.assert(
      fc.property(fc.nat({ max: tags.length - 1 }), (n) => {
        const [{ index, 0: tag } = { index: 0, 0: '' }] = tags.slice(n);
        expect(xmlFault(xml.slice(0, index) + xml.slice(index + tag.length))).not.toBe(null);
      }),
    );
  });
});

describe('office files that are not well-formed', () => {
  test.each([
    ['example.docx', 'word/document.xml', '</w:tr>'],
    ['example.xlsx', 'xl/worksheets/sheet3.xml', '</row>'],
    ['example.xlsx', 'xl/sharedStrings.xml', '</si>'],
  ])('%s without one end of %s is refused, its part named', async (name, part, end) => {
    const parts = unzipSync(fixture(name));
    const broken = strFromU8(parts[part] ?? new Uint8Array()).replace(end, '');
    const bytes = zipSync({ ...parts, [part]: strToU8(broken) });
    await expect(extractDocument(bytes)).rejects.toThrow(
      `Unexpected damaged office file: ${part} is XML with </`,
    );
  });
});
