import type { Region } from '../../../src/schema/region.ts';

/** What a new archive is to be, as asked for. */
export interface ArchiveAnswers {
  readonly title: string;
  readonly regionRoot: string | null;
  readonly base: string;
  readonly site: string | null;
}

/** What the command line says; undefined = not said. */
export interface GivenAnswers {
  readonly title?: string | undefined;
  readonly region?: string | undefined;
  readonly base?: string | undefined;
  readonly site?: string | undefined;
}

/** Asks a question; an empty answer is the initial one. */
export type Ask = (question: string, initial: string) => Promise<string>;

/**
 * The code of a region given as code or name, with those above it before the name where that tells it
 * apart; null for an empty one, the whole country.
 * @throws when no region, or more than one, is called so.
 */
export function regionRootOf(given: string, regions: readonly Region[]): string | null {
  if (given === '') return null;
  const byCode = new Map(regions.map((region) => [region.code, region]));
  if (byCode.has(given)) return given;
  const fullName = ({ name, parent }: Region): string => {
    const above = parent === null ? undefined : byCode.get(parent);
    return `${above === undefined ? '' : fullName(above)}${name}`;
  };
  const found = regions.filter(
    (region) =>
      region.name === given || region.shortName === given || fullName(region).endsWith(given),
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only.code;
  const which = found.slice(0, 8).map((region) => `${region.code} ${fullName(region)}`);
  throw new Error(
    found.length === 0
      ? `--region: Unexpected "${given}", expected a code or name of content/regions.json, e.g. 140000.`
      : `--region: Unexpected "${given}", which is ${found.length} regions: ${which.join('; ')}. Give the code.`,
  );
}

/**
 * What a new archive is to be: as given, else as answered, else the defaults.
 * @throws when the title is neither given nor can be asked for, or the region is none.
 */
export async function completeAnswers(
  given: GivenAnswers,
  regions: readonly Region[],
  ask: Ask | null,
): Promise<ArchiveAnswers> {
  if (given.title === undefined && ask === null) {
    throw new Error('Unexpected absence of a title, expected --title <name of the archive>.');
  }
  const answer = async (value: string | undefined, question: string, initial: string) =>
    (value ?? (ask === null ? initial : await ask(question, initial))).trim();
  const title = await answer(given.title, 'Title of the archive, in Chinese', '预算公开档案');
  const region = await answer(given.region, 'Region, as code or name (empty = all of China)', '');
  const regionRoot = regionRootOf(region, regions);
  const base = await answer(given.base, 'Path the site stands under', '/');
  const site = await answer(given.site, 'Public address (empty = not known yet)', '');
  return { title, regionRoot, base, site: site === '' ? null : site };
}
