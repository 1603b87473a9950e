import type { FindingManifest } from '../format/finding-file.ts';
import {
  type FindingFilterName,
  findingFilterNames,
  type FindingFilters,
  type FindingView,
} from '../format/finding-filters.ts';
import { listedResults } from '../format/finding-file.ts';
import { resultLabels } from '../format/labels.ts';
import { element, find } from './search-element.ts';

/** A value of a filter with its words. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The values of a filter in the order shown; regions are set in below the one they belong to. */
export function choicesOf(name: FindingFilterName, manifest: FindingManifest): Choice[] {
  if (name === 'check') return manifest.checks.map(([value, label]) => ({ value, label }));
  if (name === 'region') return regionChoices(manifest.regions);
  if (name === 'year') {
    return manifest.years.toReversed().map((year) => ({ value: String(year), label: `${year}` }));
  }
  return listedResults.map((value) => ({ value, label: resultLabels[value] }));
}

function regionChoices(regions: FindingManifest['regions'], parent = '', depth = 0): Choice[] {
  return regions
    .filter(([, , above]) => above === parent)
    .flatMap(([value, name]) => [
      { value, label: `${'　'.repeat(depth)}${name}` },
      ...regionChoices(regions, value, depth + 1),
    ]);
}

/**
 * Shows a choice of filters in the form, each value with its count; values that would leave nothing are
 * left out unless chosen. Without a view no value is left out and none has a count.
 */
export function showFilters(
  form: HTMLElement,
  filters: FindingFilters,
  manifest: FindingManifest,
  view: FindingView | null,
): void {
  for (const name of findingFilterNames) {
    const select = find(form, `select[name="${name}"]`, HTMLSelectElement);
    const chosen = String(filters[name] ?? '');
    const choices = choicesOf(name, manifest);
    const known = choices.some(({ value }) => value === chosen);
    const odd = chosen === '' || known ? [] : [{ value: chosen, label: chosen }];
    const options = [...choices, ...odd].flatMap(({ value, label }) => {
      const count = view === null ? null : (view.counts[name].get(value) ?? 0);
      if (count === 0 && value !== chosen) return [];
      return element('option', { value }, count === null ? label : `${label}（${count}）`);
    });
    select.replaceChildren(element('option', { value: '' }, '全部'), ...options);
    select.value = chosen;
  }
}
