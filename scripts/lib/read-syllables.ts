import { pinyin } from 'pinyin-pro';

/** One syllable without tone for each Chinese character. */
export const readSyllables = (chinese: string): string[] =>
  pinyin(chinese, { toneType: 'none', type: 'array', v: true });
