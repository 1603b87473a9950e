import type { FacetName, SearchManifest } from '../format/search-files.ts';
import { columnLabels, phaseLabels } from '../format/labels.ts';
import { searchKindLabels } from '../format/search-record.ts';

/** Chinese names for the codes in hits and filters. */
export interface SearchNames {
  /** Region with those above it, such as 山西省 › 吕梁市 › 离石区. */
  readonly region: (code: string) => string;
  readonly subject: (code: string) => string;
  readonly table: (id: string) => string;
  /** Name of a value of a filter. */
  readonly facetValue: (facet: FacetName, value: string) => string;
}

/** The label of a code; a code without a label stands for itself. */
export const labelOf = (labels: Readonly<Record<string, string>>, code: string): string =>
  labels[code] ?? code;

/** The names of an archive; a code without a name stands for itself. */
export function namesOf({
  regions,
  subjects,
  tables,
}: Pick<SearchManifest, 'regions' | 'subjects' | 'tables'>): SearchNames {
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
        return labelOf(searchKindLabels, value);
      case 'region':
        return region.get(value)?.name ?? value;
      case 'year':
        return `${value} 年`;
      case 'subject':
        return `${value} ${subject.get(value) ?? ''}`.trim();
      case 'fund':
        return labelOf(columnLabels, value);
      case 'phase':
        return value === 'none' ? '仅见于绩效表' : labelOf(phaseLabels, value);
    }
  };
  return {
    region: path,
    subject: (code) => subject.get(code) ?? '',
    table: (id) => table.get(id) ?? id,
    facetValue,
  };
}
