import { extractDocument } from '../../src/extract/index.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import type { ChildAnswer } from './extract-in-child.ts';

async function answer(bytes: Uint8Array): Promise<ChildAnswer> {
  try {
    return { document: await extractDocument(bytes) };
  } catch (error) {
    const refusal = error instanceof Error ? error.message : String(error);
    return { refusal, place: error instanceof ImportRefusal ? error.place : null };
  }
}

process.once('message', (bytes) => {
  void answer(bytes as Uint8Array).then((given) => process.send?.(given));
});
