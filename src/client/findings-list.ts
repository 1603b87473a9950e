import type { FindingManifest, ListedFinding } from '../format/finding-file.ts';
import { findingLine } from '../format/finding-line.ts';
import { resultLabels } from '../format/labels.ts';
import { withBase } from '../format/url.ts';
import { element } from './search-element.ts';

/** Findings shown on one page of the list. */
export const findingsShown = 50;

/** What the list needs beside the findings. */
export interface ListSurroundings {
  readonly manifest: FindingManifest;
  readonly base: string;
}

/** The list as an element, like the one the page is built with; `start` is the number of the first. */
export function findingList(
  findings: readonly ListedFinding[],
  start: number,
  surroundings: ListSurroundings,
): HTMLOListElement {
  const titles = new Map(surroundings.manifest.checks);
  const rows = findings.map((finding) =>
    findingRow(finding, titles.get(finding.checkId) ?? finding.checkId, surroundings.base),
  );
  return element('ol', { class: 'finding-rows', start }, ...rows);
}

function findingRow(finding: ListedFinding, title: string, base: string): HTMLLIElement {
  const line = findingLine(finding);
  const link = (path: string, text: string): HTMLAnchorElement =>
    element('a', { href: withBase(base, path) }, text);
  const { money, targetPath } = line;
  const places = [
    link(line.findingPath, line.documentName),
    link(line.checkPath, title),
    ...(targetPath === null ? [] : [link(targetPath, '看原处')]),
  ];
  return element(
    'li',
    { class: 'finding-row', 'data-result': finding.result },
    element(
      'p',
      { class: 'finding-fact' },
      element('span', { class: `result result-${finding.result}` }, resultLabels[finding.result]),
      ' ',
      finding.message,
    ),
    money !== null && moneyOf(money),
    element(
      'ul',
      { class: 'inline-links finding-of' },
      ...places.map((place) => element('li', {}, place)),
    ),
  );
}

const moneyOf = ({ label, fen, text }: { label: string; fen: number; text: string }): HTMLElement =>
  element(
    'p',
    { class: 'finding-money num' },
    element('span', { class: 'note' }, label),
    ' ',
    element('data', { class: 'amount', value: fen }, text),
    ' ',
    element('span', { class: 'money-unit' }, '万元'),
  );
