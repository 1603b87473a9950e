import { describe, expect, test } from 'vitest';
import { HeldResponse } from '../../../scripts/lib/pages/held-response.ts';

const bytesOf = (body: string | Uint8Array | null): number[] => [...new HeldResponse(body).bytes()];

describe('HeldResponse', () => {
  test.each(['', '示例零工市场', '<p>&amp;</p>\n', '\u{20000}'])(
    'gives %j as the bytes that the standard gives',
    async (text) => {
      expect(bytesOf(text)).toEqual([...new Uint8Array(await new Response(text).arrayBuffer())]);
    },
  );

  test('holds bytes as they are given, and none for no body', () => {
    const bytes = new Uint8Array([228, 184, 173, 0, 255]);
    expect(new HeldResponse(bytes).bytes()).toBe(bytes);
    expect(bytesOf(null)).toEqual([]);
  });

  test.each([
    [{}, 200, true],
    [{ status: 404, statusText: 'Not Found' }, 404, false],
    [{ status: 301, headers: { Location: '/' } }, 301, false],
  ])('tells of %j what the standard tells', (settings, status, ok) => {
    const [held, standard] = [new HeldResponse('', settings), new Response('', settings)];
    expect([held.status, held.statusText, held.ok]).toEqual([
      standard.status,
      standard.statusText,
      standard.ok,
    ]);
    expect([held.status, held.ok]).toEqual([status, ok]);
    expect(held.headers.get('location')).toBe(standard.headers.get('location'));
  });

  test('refuses a body that it would have to wait for', () => {
    expect(() => new HeldResponse(new ReadableStream() as unknown as string)).toThrow(
      'Unexpected body of a response, expected text or bytes.',
    );
  });
});
