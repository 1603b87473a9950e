import type { NumberedFinding, ResultGroup } from './finding-groups.ts';
import { href } from './href.ts';
import { attribute, markup, type Html } from './html.ts';
import { findingTarget } from '../format/finding-target.ts';
import { resultLabels } from '../format/labels.ts';
import { placeLine } from '../format/place.ts';
import { checkPath, findingAnchor } from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';

function findingItem({ n, finding }: NumberedFinding, disclosure: Disclosure): Html {
  const { checkId, leftFen, rightFen, differenceFen, message } = finding;
  const anchor = findingTarget(finding, disclosure);
  const place = finding.place === null ? '' : `（${placeLine(finding.place)}）`;
  const fens = markup`${attribute('data-left-fen', leftFen)}${attribute('data-right-fen', rightFen)}${attribute('data-difference-fen', differenceFen)}`;
  return markup`
    <li id="${findingAnchor(n)}" data-check="${checkId}"${fens}>
      ${message}
      ${anchor === null ? markup`<span class="note">${place}</span>` : markup`<a href="#${anchor}">看原处${place}</a>`}
    </li>`;
}

/** The findings of one result by check, what is no difference folded away. */
export function findingGroup({ result, count, groups }: ResultGroup, disclosure: Disclosure): Html {
  const sections = groups.map(
    ({ check, members }) => markup`
      <section>
        <h3>
          <a href="${href(checkPath(check.id))}">${check.title}</a>
          ${members.length > 1 && `（${members.length}）`}
        </h3>
        <ul class="findings">${members.map((member) => findingItem(member, disclosure))}</ul>
      </section>`,
  );
  return markup`
    <details${result === 'difference' && markup` open`} class="finding-group">
      <summary><span class="result result-${result}">${resultLabels[result]}</span> ${count}</summary>
      ${sections}
    </details>`;
}
