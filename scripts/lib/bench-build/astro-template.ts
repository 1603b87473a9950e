/** A statement of the sites made here: it names what they need, which this file itself does not import. */
export const importOf = (name: string, from: string): string =>
  `import ${name} from ${JSON.stringify(from)};`;

/** The page of one record in Astro's language: every table, and every project with its indicators. */
export const recordComponent = `---
const { record } = Astro.props;
const indicatorsOf = (project) => record.forms.find((form) => form.n === project.form)?.indicators ?? [];
---
<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8" /><title>{record.unitName} {record.year}</title></head>
  <body>
    <h1>{record.unitName} {record.year}</h1>
    {record.tables.map((table) => (
      <h2>{table.title}</h2>
      <table>
        <thead>
          <tr><th>编码</th><th>名称</th>{table.columns.map((column) => <th>{column}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              <td>{row.code}</td>
              <td>{row.name}</td>
              {table.columns.map((column) => (
                <td>{row.cells.find((cell) => cell.column === column)?.printed}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
    <h2>项目</h2>
    {record.projects.map((project) => (
      <h3>{project.name}</h3>
      <table>
        <tbody>
          {indicatorsOf(project).map((indicator) => (
            <tr>
              <td>{indicator.level1}</td>
              <td>{indicator.level2}</td>
              <td>{indicator.name}</td>
              <td>{indicator.printed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </body>
</html>
`;

/** A collection that holds of each record its id and its file, and nothing else. */
export const lightCollection = (
  records: string,
): string => `${importOf('{ readdirSync }', 'node:fs')}
${importOf('{ join }', 'node:path')}
${importOf('{ defineCollection }', 'astro:content')}

const folder = ${JSON.stringify(records)};

const loader = {
  name: 'light',
  load: async ({ store }) => {
    store.clear();
    for (const file of readdirSync(folder, { recursive: true })) {
      if (!file.endsWith('.json')) continue;
      const id = file.slice(0, -5).replaceAll(/[\\\\/]/gu, '-');
      store.set({ id, data: { file: join(folder, file) } });
    }
  },
};

export const collections = { records: defineCollection({ loader }) };
`;

/** The pages of such a collection: each record is read when it is rendered. */
export const lightPage = `---
${importOf('{ readFile }', 'node:fs/promises')}
${importOf('{ getCollection }', 'astro:content')}
${importOf('Record', '../components/Record.astro')}

export async function getStaticPaths() {
  const entries = await getCollection('records');
  return entries.map(({ id, data }) => ({ params: { id }, props: { file: data.file } }));
}

const record = JSON.parse(await readFile(Astro.props.file, 'utf8'));
---
<Record record={record} />
`;

/** The pages of the records that a file names, as a process of our build is told its slice. */
export const slicedPage = `---
${importOf('{ readFileSync }', 'node:fs')}
${importOf('{ readFile }', 'node:fs/promises')}
${importOf('Record', '../components/Record.astro')}

export function getStaticPaths() {
  const files = JSON.parse(readFileSync(process.env['ARCHIVE_SLICE'], 'utf8'));
  return files.map(([id, file]) => ({ params: { id }, props: { file } }));
}

const record = JSON.parse(await readFile(Astro.props.file, 'utf8'));
---
<Record record={record} />
`;

/** A collection that holds the records whole. */
export const wholeCollection = (
  records: string,
): string => `${importOf('{ defineCollection }', 'astro:content')}
${importOf('{ glob }', 'astro/loaders')}

const loader = glob({
  pattern: '**/*.json',
  base: ${JSON.stringify(records)},
  generateId: ({ entry }) => entry.slice(0, -5).replaceAll('/', '-'),
});

export const collections = { records: defineCollection({ loader }) };
`;

/** The pages of such a collection: each record is handed to its page. */
export const wholePage = `---
${importOf('{ getCollection }', 'astro:content')}
${importOf('Record', '../components/Record.astro')}

export async function getStaticPaths() {
  const entries = await getCollection('records');
  return entries.map(({ id, data }) => ({ params: { id }, props: { record: data } }));
}
---
<Record record={Astro.props.record} />
`;
