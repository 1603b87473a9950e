import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedEntry } from '../format/feed.ts';
import { kindLabels } from '../format/labels.ts';
import { disclosurePath } from '../format/url.ts';
import { formatFen } from '../money/fen.ts';
import type { UnitYear } from './model.ts';
import { compareText } from './order.ts';
import { readPublishedDays } from './published-urls.ts';
import { readVersions } from './read-versions.ts';

/** Most entries a feed has; the archive itself is the full list. */
const most = 200;

function summariseUnitYear({ totals, projects, findings }: UnitYear): string {
  const expenditure =
    totals.expenditureFen === null ? '未公开' : `${formatFen(totals.expenditureFen, '万元')} 万元`;
  return `支出总计 ${expenditure}；项目 ${projects.length} 个；核对有差异 ${findings.difference} 处。`;
}

/**
 * Entries of a feed over unit-years, what changed last first, then in id order. The days are those of
 * the registry of published addresses and of the versions; what is not registered yet counts as of the
 * latest day registered, since a build has no clock. `address` makes an address of a path, `summarise`
 * says what there is to say of a unit-year.
 */
export function feedEntries(
  unitYears: readonly UnitYear[],
  address: (path: string) => string,
  summarise: (unitYear: UnitYear) => string = summariseUnitYear,
): FeedEntry[] {
  const [first] = unitYears;
  if (first === undefined) return [];
  const days = readPublishedDays(first.contentDirectory);
  const latest = [...days.values()].reduce(
    (day, other) => (other > day ? other : day),
    '1970-01-01',
  );
  const hasVersions = existsSync(join(first.contentDirectory, 'versions'));
  return unitYears
    .map((unitYear) => {
      const { disclosureId: id, unitName, year, kind } = unitYear;
      const path = disclosurePath(unitYear);
      const publishedOn = days.get(path) ?? latest;
      const former = hasVersions ? readVersions(unitYear) : [];
      const replacedOn = former.at(-1)?.replacedOn ?? publishedOn;
      return {
        id,
        title: `${unitName} ${year} ${kindLabels[kind]}`,
        summary: summarise(unitYear),
        address: address(path),
        publishedOn,
        updatedOn: replacedOn > publishedOn ? replacedOn : publishedOn,
      };
    })
    .sort((a, b) => compareText(b.updatedOn, a.updatedOn) || compareText(a.id, b.id))
    .slice(0, most);
}
