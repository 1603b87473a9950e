import type { FacetName, SearchManifest } from '../format/search-files.ts';
import { columnLabels, phaseLabels } from '../format/labels.ts';
import { searchKindLabels, type FundSource, type SearchKind } from '../format/search-record.ts';

/** Chinese names for the codes in hits and filters. */
export interface SearchNames {
  /** Region with those above it, such as 山西省 › 吕梁市 › 离石区. */
  readonly region: (code: string) => string;
  readonly subject: (code: string) => string;
  readonly table: (id: string) => string;
  /** Name of a value of a filter. */
  readonly facetValue: (facet: FacetName, value: string) => string;
}

/** The names of an archive; a code without a name stands for itself. */
export function namesOf({ regions, subjects, tables }: SearchManifest): SearchNames {
  const region = new Map(regions.map(([code, name, parent]) => [code, { name, parent }]));
  const subject = new Map(subjects);
  const table = new Map(tables);
  const path = (code: string): string => {
    const found = region.get(code);
    if (found === undefined) return code;
    return region.has(found.parent) ? `${path(found.parent)} › ${found.name}` : found.name;
  };
  const facetValue = (facet: FacetName, value: string): string => {
    switch (facet) {
      case 'kind':
        return searchKindLabels[value as SearchKind] ?? value;
      case 'region':
        return region.get(value)?.name ?? value;
      case 'year':
        return `${value} 年`;
      case 'subject':
        return `${value} ${subject.get(value) ?? ''}`.trim();
      case 'fund':
        return columnLabels[value as FundSource] ?? value;
      case 'phase':
        return value === 'none' ? '仅见于绩效表' : (phaseLabels[value as 'current'] ?? value);
    }
  };
  return {
    region: path,
    subject: (code) => subject.get(code) ?? '',
    table: (id) => table.get(id) ?? id,
    facetValue,
  };
}
