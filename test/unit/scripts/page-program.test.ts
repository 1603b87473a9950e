import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { programFolder } from '../../../scripts/lib/pages/page-program.ts';

const generator = resolve(import.meta.dirname, '../../..');

test('a program stays in the folder asked for, as long as the generator is on the same disk tree', () => {
  const near = join(generator, '.cache/pages/program');
  expect(programFolder(near)).toBe(near);
});

test('a folder that shares no top folder with the generator gives way to one of the generator', () => {
  const far = join(resolve('/'), 'elsewhere-than-the-generator', 'pages');
  const folder = programFolder(far);
  expect(folder.startsWith(join(generator, '.cache/programs'))).toBe(true);
  expect(programFolder(far)).toBe(folder);
  expect(programFolder(join(far, 'other'))).not.toBe(folder);
});
