import { PassThrough } from 'node:stream';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import { proposalFor } from '../../../scripts/lib/ask-missing.ts';
import {
  answerProblem,
  type ImportPrompts,
  promptsOn,
  type Question,
} from '../../../scripts/lib/import-prompts.ts';
import { Interrupted } from '../../../scripts/lib/interrupted.ts';
import { isChosen, regionChoices } from '../../../scripts/lib/region-choices.ts';
import type { Region } from '../../../src/schema/region.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const tabbed = readFileSync(
  join(import.meta.dirname, '../../fixtures/import/tabbed/source.txt'),
  'utf8',
);
const unnamed = tabbed.replaceAll('单位名称：示例市示例区示例局', '单位名称：');
const placeless = tabbed.replaceAll('示例市示例区示例局', '示例局');
const undated = tabbed.replaceAll(/20\d\d年/gu, '');

type Asked = [part: string, question: Question];

/** Prompts that give these answers, and what was asked. */
function answering(answers: Readonly<Record<string, string>>): {
  prompts: ImportPrompts;
  asked: Asked[];
} {
  const asked: Asked[] = [];
  const prompts: ImportPrompts = {
    ask: (part, question) => {
      asked.push([part, question]);
      const answer = answers[part];
      return answer === undefined
        ? Promise.reject(new Interrupted('stop'))
        : Promise.resolve(answer);
    },
  };
  return { prompts, asked };
}

async function importAsking(
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>>,
  args: readonly string[] = [],
) {
  const disk = memoryDisk(files);
  const { prompts, asked } = answering(answers);
  const code = await run([...Object.keys(files), ...args], { ...disk, prompts });
  return { code, asked, written: disk.written, printed: disk.printed, disk };
}

describe('an import that may ask', () => {
  test('asks nothing about a document that tells all', async () => {
    const { code, asked } = await importAsking({ 'a.txt': tabbed }, {});
    expect([code, asked]).toEqual([0, []]);
  });

  test.each([
    ['unit', unnamed, { unit: '示例市示例区示例二局' }, '990102/990102-shilierju/2024-budget'],
    ['region', placeless, { region: '990121' }, '990121/990121-shiliju/2024-budget'],
    ['year', undated, { year: '2021' }, '990102/990102-shiliju/2021-budget'],
  ])(
    'asks for the %s where it is missing, and for nothing else',
    async (part, text, answers, path) => {
      const { code, asked, written } = await importAsking({ 'a.txt': text }, answers);
      expect(asked.map(([one]) => one)).toEqual([part]);
      expect([code, written.at(-1)]).toEqual([0, `content/disclosures/${path}.json`]);
    },
  );

  test('asks for the division when the answer for the unit names none', async () => {
    const answers = { unit: '示例局', region: '990102' };
    const { code, asked, written } = await importAsking({ 'a.txt': unnamed }, answers);
    expect(asked.map(([part]) => part)).toEqual(['unit', 'region']);
    expect([code, written.at(-1)]).toEqual([
      0,
      'content/disclosures/990102/990102-shiliju/2024-budget.json',
    ]);
  });

  test('says why it asks, and offers divisions with the names of those above', async () => {
    const { asked } = await importAsking({ 'a.txt': placeless }, { region: '990121' });
    const [, question] = asked[0] ?? [];
    expect(question?.because).toContain('Unexpected unit name "示例局"');
    expect(question?.regions).toContainEqual({
      code: '990121',
      label: '示例省 › 示例市 › 示例县',
    });
  });

  test('proposes the last answer for the next document', async () => {
    const files = { 'a.txt': placeless, 'b.txt': placeless.replaceAll('示例局', '示例二局') };
    const { asked } = await importAsking(files, { region: '990121' });
    expect(asked.map(([, { proposal }]) => proposal)).toEqual([null, '990121']);
  });

  test('stops when the operator breaks off, and keeps what was imported', async () => {
    const files = { 'a.txt': tabbed, 'b.txt': placeless, 'c.txt': tabbed };
    const { code, written, printed } = await importAsking(files, {});
    expect([code, written.length]).toEqual([130, 2]);
    expect(printed.at(-1)).toBe('Stopped. The same command goes on where it stopped.');
  });

  test.each([['--no-ask'], ['--json']])('asks nothing with %s', async (option) => {
    const { code, asked } = await importAsking({ 'a.txt': placeless }, { region: '990121' }, [
      option,
    ]);
    expect([code, asked]).toEqual([1, []]);
  });
});

describe('answers', () => {
  test.each([
    ['unit', '示例局', true],
    ['unit', ' ', false],
    ['unit', 'a\u0000b', false],
    ['year', '2024', true],
    ['year', '24', false],
    ['region', '990121', true],
    ['region', '99', false],
  ] as const)('%s "%s": %s', (part, answer, isGood) => {
    expect(answerProblem(part, answer) === undefined).toBe(isGood);
  });

  test.each([
    ['unit', 'in/示例县文化馆2024年预算公开.pdf', '示例县文化馆'],
    ['unit', 'in/scan-7.pdf', null],
    ['year', 'in/示例县文化馆2024年预算公开.pdf', '2024'],
    ['year', 'in/20240131.pdf', null],
    ['region', 'in/示例县.pdf', null],
  ] as const)('%s proposed for %s: %s', (part, source, proposal) => {
    expect(proposalFor(part, source)).toBe(proposal);
  });
});

describe('divisions to choose', () => {
  const region = (code: string, name: string, parent: string | null, validTo: number | null) =>
    ({ code, name, shortName: name, level: 'county', parent, validFrom: null, validTo }) as Region;
  const regions = [
    region('990100', '示例市', '990000', null),
    region('990000', '示例省', null, null),
    region('990199', '旧区', '990100', 2019),
  ];

  test.each([
    [undefined, ['990000', '990100']],
    [2019, ['990000', '990100', '990199']],
  ])('those of %s', (year, codes) => {
    expect(regionChoices(regions, year).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['示例市', true],
    ['示 市', true],
    ['省市', true],
    ['市省', false],
    ['9901', true],
    ['９９０１', true],
    ['0100', false],
    ['', true],
  ])('what is typed as "%s" fits 示例省 › 示例市: %s', (typed, fits) => {
    expect(isChosen(typed, { code: '990100', label: '示例省 › 示例市' })).toBe(fits);
  });
});

describe('prompts on a terminal', () => {
  const question = { source: 'a.txt', because: '示例', proposal: null, regions: [] };
  const type = (keys: string, on: PassThrough): void => {
    // Keys are read once the prompt listens.
    setTimeout(() => on.write(keys), 20);
  };

  test('the year is what is typed and entered', async () => {
    const input = new PassThrough();
    type('2024\r', input);
    const prompts = promptsOn({ input, output: new PassThrough() });
    expect(await prompts.ask('year', question)).toBe('2024');
  });

  test('a division is found by its name', async () => {
    const input = new PassThrough();
    const regions = [
      { code: '990102', label: '示例市 › 示例区' },
      { code: '990121', label: '示例市 › 示例县' },
    ];
    setTimeout(() => input.write('县'), 20);
    setTimeout(() => input.write('\r'), 60);
    const prompts = promptsOn({ input, output: new PassThrough() });
    expect(await prompts.ask('region', { ...question, regions })).toBe('990121');
  });

  test('Ctrl-C breaks off', async () => {
    const input = new PassThrough();
    type('\u0003', input);
    const prompts = promptsOn({ input, output: new PassThrough() });
    await expect(prompts.ask('unit', question)).rejects.toThrow(Interrupted);
  });
});
