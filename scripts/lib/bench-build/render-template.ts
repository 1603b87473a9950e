import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openPageProgram } from '../pages/page-program.ts';
import type { PageTask } from '../pages/page-task.ts';
import { openRenderers } from '../pages/renderers.ts';
import { listFiles } from './output-size.ts';

/**
 * Renders a template as our build renders its pages: bundled once, then by as many processes as there are
 * cores, each reading the records of its slice one by one. `folder` holds the template; the pages come to
 * stand in its `dist`.
 * @throws what a page throws.
 */
export async function renderTemplate(
  folder: string,
  content: string,
  records: string,
): Promise<void> {
  const source = {
    src: join(folder, 'src'),
    public: join(folder, 'public'),
    config: join(folder, 'astro.config.mjs'),
  };
  const work = join(folder, 'work');
  const plan = { source, content, work: join(work, 'program'), code: '', base: '/', site: null };
  const { program } = await openPageProgram(plan);
  const files = listFiles(records).sort();
  const share = Math.ceil(files.length / availableParallelism());
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  await openRenderers().render(
    Array.from({ length: Math.ceil(files.length / share) }, (_, i): PageTask => {
      const own = join(work, String(i));
      mkdirSync(own);
      const slice = join(own, 'slice.json');
      const lines = files
        .slice(i * share, (i + 1) * share)
        .map((file) => [file.slice(0, -'.json'.length).replaceAll('/', '-'), join(records, file)]);
      writeFileSync(slice, JSON.stringify(lines));
      const pages = { choice: 'all', units: null, known: {} } as const;
      return { work: own, out: dist, program, slice, ...pages, base: '/', site: null };
    }),
  );
}

const [folder, content, records] = process.argv.slice(2);
if (folder === undefined || content === undefined || records === undefined)
  throw new Error('Unexpected missing folders, expected those of template, content and records.');
try {
  await renderTemplate(folder, content, records);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
