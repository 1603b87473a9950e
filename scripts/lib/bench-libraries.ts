import { compressedSize, type BuiltIndex, type Contestant } from './bench-contestant.ts';
import type { SearchCorpus } from './bench-corpus.ts';

/** A library that keeps its whole index in memory: what it has to fetch, and how it answers. */
interface MemoryIndex {
  /** The index as text, fetched whole before the first answer. */
  readonly serialised: string;
  readonly search: (query: string) => Promise<readonly number[]> | readonly number[];
}

/** A library with the size of its script, minified and compressed. */
interface Library {
  readonly name: string;
  readonly packages: readonly string[];
  readonly script: number;
  readonly index: (modules: readonly unknown[], texts: readonly string[]) => Promise<MemoryIndex>;
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words of a Chinese text as the browser cuts them. */
const cutWords = (text: string): string[] =>
  Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment.toLowerCase());

interface MiniSearch {
  addAll(documents: readonly { id: number; text: string }[]): void;
  search(query: string): readonly { readonly id: number }[];
}

const miniSearch: Library = {
  name: 'MiniSearch, words cut by the browser',
  packages: ['minisearch'],
  script: 5_900,
  index: ([module], texts) => {
    const { default: Index } = module as { default: new (options: object) => MiniSearch };
    const index = new Index({
      fields: ['text'],
      tokenize: cutWords,
      searchOptions: { combineWith: 'AND', prefix: true, tokenize: cutWords },
    });
    index.addAll(texts.map((text, id) => ({ id, text })));
    const search = (query: string): number[] => index.search(query).map(({ id }) => id);
    return Promise.resolve({ serialised: JSON.stringify(index), search });
  },
};

interface FlexIndex {
  add(id: number, text: string): void;
  search(query: string, limit: number): readonly number[];
  export(handler: (key: string, data: string | undefined) => void): Promise<void>;
}

const flexSearch: Library = {
  name: 'FlexSearch, CJK encoder',
  packages: ['flexsearch'],
  script: 17_400,
  index: async ([module], texts) => {
    const { Index, Charset } = module as {
      Index: new (options: object) => FlexIndex;
      Charset: { CJK: object };
    };
    const index = new Index({ encoder: Charset.CJK });
    texts.forEach((text, id) => index.add(id, text));
    const parts: string[] = [];
    await index.export((key, data) => {
      parts.push(`${key}\n${data ?? ''}`);
    });
    return { serialised: parts.join('\n'), search: (query) => index.search(query, texts.length) };
  },
};

interface OramaModule {
  readonly create: (options: object) => object;
  readonly insertMultiple: (index: object, documents: readonly object[]) => Promise<unknown>;
  readonly search: (
    index: object,
    options: object,
  ) => Promise<{ readonly hits: readonly { readonly id: string }[] }>;
  readonly save: (index: object) => object;
}

const orama: Library = {
  name: 'Orama, Mandarin tokenizer',
  packages: ['@orama/orama', '@orama/tokenizers/mandarin'],
  script: 22_700,
  index: async ([module, tokenizers], texts) => {
    const { create, insertMultiple, search, save } = module as OramaModule;
    const { createTokenizer } = tokenizers as { createTokenizer: () => object };
    const index = create({
      schema: { text: 'string' },
      components: { tokenizer: createTokenizer() },
    });
    await insertMultiple(
      index,
      texts.map((text, id) => ({ id: String(id), text })),
    );
    return {
      serialised: JSON.stringify(save(index)),
      search: async (term) => {
        const options = { term, threshold: 0, limit: texts.length, properties: ['text'] };
        return (await search(index, options)).hits.map(({ id }) => Number(id));
      },
    };
  },
};

/** The other libraries, each as its own documentation sets it up for Chinese. */
export const libraries: readonly Contestant[] = [miniSearch, flexSearch, orama].map((library) => ({
  name: library.name,
  build: async (corpus) => {
    const modules = await importAll(library.packages);
    return modules === undefined ? undefined : buildInMemory(library, modules, corpus);
  },
}));

/** The modules; undefined when one is not installed. */
async function importAll(names: readonly string[]): Promise<readonly unknown[] | undefined> {
  try {
    return (await Promise.all(names.map((name) => import(name)))) as unknown[];
  } catch {
    return undefined;
  }
}

async function buildInMemory(
  library: Library,
  modules: readonly unknown[],
  { records, directory }: SearchCorpus,
): Promise<BuiltIndex> {
  const texts = records.map(({ fields }) => fields.join('。'));
  const index = await library.index(modules, texts);
  const documents = JSON.stringify([records, directory]);
  const bytes = compressedSize(index.serialised) + compressedSize(documents);
  return {
    bytes,
    close: () => Promise.resolve(),
    open: () => {
      let used = false;
      return Promise.resolve({
        fetched: () => (used ? library.script + bytes : 0),
        requests: () => (used ? 2 : 0),
        search: async (query) => {
          used = true;
          return new Set(await index.search(query));
        },
      });
    },
  };
}
