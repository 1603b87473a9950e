import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  digestBytes,
  digestFile,
  openDigestedFile,
  pieceBytes,
} from '../../../src/downloads/digested-file.ts';
import { gzip } from '../../../src/downloads/gzip.ts';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder } from '../../support/example-content.ts';

describe('openDigestedFile', () => {
  test.each([0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes + 12_345])(
    'appends a file of %d bytes whole, a piece at a time, between what comes before and after',
    (bytes) => {
      const folder = temporaryFolder();
      const from = join(folder, 'fragment');
      const content = Buffer.alloc(bytes, '示例,1\r\n');
      writeFileSync(from, content);
      const file = openDigestedFile(join(folder, 'whole'));
      file.append('头\r\n');
      file.appendFile(from);
      file.append(Buffer.from('尾'));
      const digest = file.close();
      const whole = Buffer.concat([Buffer.from('头\r\n'), content, Buffer.from('尾')]);
      expect(readFileSync(join(folder, 'whole')).equals(whole)).toBe(true);
      const sha256 = createHash('sha256').update(whole).digest('hex');
      expect(digest).toEqual({ bytes: whole.length, sha256 });
      expect(digestFile(join(folder, 'whole'))).toEqual(digest);
      expect(digestBytes(whole)).toEqual(digest);
    },
  );
});

describe('gzip', () => {
  test('packs what gunzip unpacks, and names no time and no system', () => {
    const packed = gzip(Buffer.from('示例'.repeat(1000)));
    expect(gunzipSync(packed).toString('utf8')).toBe('示例'.repeat(1000));
    expect([...packed.subarray(4, 8), packed[9]]).toEqual([0, 0, 0, 0, 255]);
  });
});
