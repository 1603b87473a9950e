import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillWhole, safeTarget } from '../../../../scripts/lib/new-archive/target-folder.ts';
import { temporaryFolder } from '../../../support/example-content.ts';

/** A folder with a generator, an empty folder, a full one, a file and a link in it. */
function surroundings(): string {
  const folder = realpathSync(temporaryFolder());
  for (const name of ['generator/src', 'empty', 'full'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'full/a.txt'), 'a');
  writeFileSync(join(folder, 'file'), 'a');
  symlinkSync(join(folder, 'empty'), join(folder, 'link'));
  symlinkSync(join(folder, 'generator'), join(folder, 'way-in'));
  return folder;
}

describe('safeTarget', () => {
  test.each(['new', 'empty'])('takes a folder that is %s', async (name) => {
    const folder = surroundings();
    expect(await safeTarget(join(folder, name), join(folder, 'generator'))).toBe(
      join(folder, name),
    );
  });

  test.each([
    ['full', 'Unexpected files in it, expected a folder that is new or empty.'],
    ['file', 'Unexpected file, expected a folder that is new or empty.'],
    ['link', 'Unexpected link, expected a folder that is new or empty.'],
    ['generator', 'Unexpected folder in or around the generator'],
    ['generator/my-archive', 'Unexpected folder in or around the generator'],
    ['generator/src/../my-archive', 'Unexpected folder in or around the generator'],
    ['way-in/my-archive', 'Unexpected folder in or around the generator'],
    ['.', 'Unexpected folder in or around the generator'],
    ['nowhere/my-archive', 'Unexpected absence of the folder around it. Make that first.'],
    ['a\u0000b', 'expected a path such as ../my-archive.'],
  ])('refuses %s', async (name, message) => {
    const folder = surroundings();
    const target = `${folder}/${name}`;
    await expect(safeTarget(target, join(folder, 'generator'))).rejects.toThrow(message);
  });

  test('refuses an empty name', async () => {
    await expect(safeTarget(' ', '.')).rejects.toThrow('Unexpected folder " "');
  });
});

describe('fillWhole', () => {
  test.each(['new', 'empty'])(
    'puts what was written in place of a folder that is %s',
    async (name) => {
      const folder = surroundings();
      await fillWhole(join(folder, name), (made) => {
        writeFileSync(join(made, 'a.txt'), 'a');
        return Promise.resolve();
      });
      expect(readdirSync(join(folder, name))).toEqual(['a.txt']);
    },
  );

  test('leaves nothing when it fails on the way', async () => {
    const folder = surroundings();
    const before = readdirSync(folder);
    const failing = fillWhole(join(folder, 'new'), (made) => {
      writeFileSync(join(made, 'a.txt'), 'a');
      return Promise.reject(new Error('示例'));
    });
    await expect(failing).rejects.toThrow('示例');
    expect(existsSync(join(folder, 'new'))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('overwrites nothing that came in between', async () => {
    const folder = surroundings();
    const target = join(folder, 'empty');
    const failing = fillWhole(target, () => {
      writeFileSync(join(target, 'other.txt'), 'b');
      return Promise.resolve();
    });
    await expect(failing).rejects.toThrow('ENOTEMPTY');
    expect(readdirSync(target)).toEqual(['other.txt']);
  });
});
