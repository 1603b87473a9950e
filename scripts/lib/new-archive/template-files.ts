/** Files and folders of this generator that a new archive gets as they are. */
export const copiedParts = [
  '.config',
  '.editorconfig',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  'LICENSE',
  'astro.config.mjs',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
] as const;

/** What of content/ belongs to any archive: how documents are read and explained, and the regions. */
export const copiedContent = [
  'data-columns.json',
  'economic-classes.json',
  'glossary.json',
  'pages',
  'regions.json',
  'table-sets',
] as const;

/** What of content/ belongs to the documents of one archive and stays behind. */
export const ownContent = [
  'abstracts',
  'archive.json',
  'corrections',
  'disclosures',
  'drafts',
  'published-urls.txt',
  'redirects.json',
  'sources',
  'tombstones.json',
  'topics',
  'units.json',
  'verifications',
  'versions',
] as const;

/** Paths below the copied parts that hold what belongs to one archive. */
export const leftOut: readonly string[] = ['public/originals'];
