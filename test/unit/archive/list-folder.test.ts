import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { temporaryFolder } from '../../support/example-content.ts';

/** A folder with empty files at the paths given. */
function folderOf(...paths: readonly string[]): string {
  const folder = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  return folder;
}

describe('listFolder', () => {
  test('lists the files of all folders by the text of their paths, whatever folder they are in', () => {
    const folder = folderOf('b.json', 'b/a.json', 'a/c/d.json', 'b-1/a.json');
    expect(listFolder(folder)).toEqual(['a/c/d.json', 'b-1/a.json', 'b.json', 'b/a.json']);
  });

  test('lists hidden files only when asked for, and files of hidden folders always', () => {
    const folder = folderOf('.DS_Store', '.well-known/a.txt', 'a.json');
    expect(listFolder(folder)).toEqual(['.well-known/a.txt', 'a.json']);
    expect(listFolder(folder, true)).toEqual(['.DS_Store', '.well-known/a.txt', 'a.json']);
  });

  test('looks into a folder that is a link, and passes over links to files or nothing', () => {
    const folder = folderOf('a/b.json');
    symlinkSync(join(folder, 'a'), join(folder, 'linked'), 'junction');
    symlinkSync(join(folder, 'a/b.json'), join(folder, 'c.json'));
    symlinkSync(join(folder, 'lost'), join(folder, 'd'));
    expect(listFolder(folder)).toEqual(['a/b.json', 'linked/b.json']);
  });
});
