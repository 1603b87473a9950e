import { differenceMark, originalLink } from './cell-marks.ts';
import type { FindingMarks } from './finding-marks.ts';
import { markup, type Html } from './html.ts';
import { tableFrame } from './table-frame.ts';
import { placeLine } from '../format/place.ts';
import { keyFactAnchor } from '../format/url.ts';
import type { KeyFact } from '../schema/key-fact.ts';

const directions = { increase: '增加', decrease: '减少', unchanged: '持平' } as const;

function factRow(fact: KeyFact, marks: FindingMarks): Html {
  const { direction, place } = fact;
  const anchor = keyFactAnchor(fact.n);
  return markup`
    <tr id="${anchor}">
      <td class="code">${fact.section}</td>
      <th scope="row">${fact.label}${differenceMark(marks, anchor)}</th>
      <td>${fact.base}</td>
      <td>${fact.directionPrinted ?? (direction !== null && directions[direction])}</td>
      <td class="num">
        <data value="${fact.fen ?? fact.number ?? fact.printed}">${fact.printed}</data>
      </td>
      <td class="place">${placeLine(place)}${originalLink(place, marks.original)}</td>
    </tr>`;
}

/** The numbers that the explanations state, without the sentences that state them. */
export const keyFactTable = (facts: readonly KeyFact[], marks: FindingMarks): Html =>
  tableFrame(
    'key-facts-caption',
    markup`
    <table class="data">
      <caption id="key-facts-caption">情况说明中的数字（${facts.length}）</caption>
      <thead>
        <tr>
          <th scope="col">节</th>
          <th scope="col">事项</th>
          <th scope="col">比较基数</th>
          <th scope="col">增减</th>
          <th scope="col" class="num">原文数字</th>
          <th scope="col" class="place">原文行</th>
        </tr>
      </thead>
      <tbody>${facts.map((fact) => factRow(fact, marks))}</tbody>
    </table>`,
  );
