import type { FindingManifest } from '../format/finding-file.ts';
import {
  type FindingState,
  type FindingView,
  filterFindings,
  isFiltered,
  noFindingFilters,
  readFindingState,
  writeFindingState,
} from '../format/finding-filters.ts';
import { FindingStore } from './findings-data.ts';
import { showFilters } from './findings-form.ts';
import { findingList, findingsShown } from './findings-list.ts';
import { element, find } from './search-element.ts';

const form = find(document, '.finding-filters');
const section = find(document, '.finding-list');
const status = find(form, '[role="status"]');
const base = form.dataset['base'] ?? '/';
const store = new FindingStore(base);
/** What the page is built with: shown whenever no filter is set. */
const builtWith = [...section.childNodes];
let run = 0;

/** Brings form, list and status in step with a state; a later call overtakes an earlier one. */
async function show(state: FindingState): Promise<void> {
  const mine = ++run;
  try {
    const manifest = await store.manifest();
    const { findings, outOf } = await store.read(state);
    if (mine !== run) return;
    const view = findings === null ? null : filterFindings(findings, state, manifest.regions);
    showFilters(form, state, manifest, view);
    form.hidden = false;
    showList(state, manifest, view, outOf);
  } catch (error) {
    if (mine !== run) return;
    form.hidden = false;
    status.textContent = '没有读到差异的清单，请检查网络后再试；下面仍可逐项翻阅。';
    console.error(error);
  }
}

function showList(
  state: FindingState,
  manifest: FindingManifest,
  view: FindingView | null,
  outOf: number,
): void {
  const all = outOf.toLocaleString('en-US');
  if (view === null) {
    status.textContent = `差异和舍入共 ${all} 条，请先选地区或年度。`;
  } else if (isFiltered(state)) {
    status.textContent = `符合 ${view.findings.length.toLocaleString('en-US')} 条。`;
  } else status.textContent = `差异和舍入共 ${all} 条。`;
  if (view === null || !isFiltered(state)) section.replaceChildren(...builtWith);
  else section.replaceChildren(...filtered(state, manifest, view));
  section.dataset['shown'] = view === null ? '' : String(view.findings.length);
}

function filtered(state: FindingState, manifest: FindingManifest, view: FindingView): Node[] {
  const { findings } = view;
  const pages = Math.max(1, Math.ceil(findings.length / findingsShown));
  const page = Math.min(state.page, pages);
  const start = (page - 1) * findingsShown;
  const heading = element(
    'h2',
    { id: 'finding-list-heading', tabindex: -1 },
    `所选的差异和舍入（${findings.length.toLocaleString('en-US')}）`,
  );
  if (findings.length === 0) {
    return [heading, element('p', {}, '没有符合所选条件的差异或舍入。')];
  }
  const list = findingList(findings.slice(start, start + findingsShown), start + 1, {
    manifest,
    base,
  });
  return [heading, list, ...(pages === 1 ? [] : [pager(state, page, pages)])];
}

function pager(state: FindingState, page: number, pages: number): HTMLElement {
  const button = (label: string, to: number): HTMLButtonElement => {
    const made = element('button', { type: 'button', disabled: to < 1 || to > pages }, label);
    made.addEventListener('click', () => {
      change({ ...state, page: to });
      void shown.then(() => {
        find(section, 'h2').focus();
      });
    });
    return made;
  };
  const place = element('span', {}, `第 ${page} 页，共 ${pages} 页`);
  const buttons = [button('上一页', page - 1), place, button('下一页', page + 1)];
  return element('nav', { class: 'toolbar no-print', 'aria-label': '分页' }, ...buttons);
}

let shown = Promise.resolve();

function change(state: FindingState): void {
  history.pushState(null, '', `${location.pathname}${writeFindingState(state)}`);
  shown = show(state);
}

/** The filters as the form has them, from the first page. */
function chosen(): FindingState {
  const params = new URLSearchParams();
  for (const select of form.querySelectorAll('select')) params.set(select.name, select.value);
  return readFindingState(params.toString());
}

form.addEventListener('change', () => {
  change(chosen());
});
find(form, 'button').addEventListener('click', () => {
  change(noFindingFilters);
});
addEventListener('popstate', () => {
  shown = show(readFindingState(location.search));
});
shown = show(readFindingState(location.search));
