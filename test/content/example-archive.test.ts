import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listCorrectionFiles } from '../../scripts/lib/correction-problems.ts';
import { listRecordFiles } from '../../src/archive/read-records.ts';
import { exampleFiles } from '../fixtures/site/make-content.ts';
import { exampleContent } from '../support/example-content.ts';

test('the example archive is what its maker makes; node test/fixtures/site/make-content.ts renews it', () => {
  const files = exampleFiles();
  const listed = [
    ...listRecordFiles(exampleContent).map((file) => `disclosures/${file}`),
    ...listCorrectionFiles(exampleContent).map((file) => `corrections/${file}`),
    ...readdirSync(join(exampleContent, 'topics')).map((file) => `topics/${file}`),
  ];
  expect(listed.sort()).toEqual([...files.keys()].filter((file) => file.includes('/')).sort());
  for (const [file, text] of files) {
    expect(readFileSync(join(exampleContent, file), 'utf8'), file).toBe(text);
  }
});
