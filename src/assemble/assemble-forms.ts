import { assembleGoalForm } from './assemble-goal-form.ts';
import type { AssembledForm } from './assemble-goal-form.ts';
import {
  assembleSelfEvaluationForm,
  isSelfEvaluationSheet,
} from './assemble-self-evaluation-form.ts';
import { cutFormPages } from './form-pages.ts';
import { formRows } from './form-rows.ts';
import { untangleForms } from './form-sheets.ts';
import { countPersonalData } from './personal-data.ts';
import type { DroppedPersonalData } from './personal-data.ts';
import type { ExtractedDocument } from '../extract/extracted-document.ts';
import type { Gap } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';

/** The performance forms of a document and what was not kept or not understood. */
export interface AssembledForms {
  /** Forms in document order, numbered from 1. */
  readonly forms: Form[];
  /** Personal data met anywhere in the document and dropped. */
  readonly dropped: DroppedPersonalData;
  readonly gaps: Gap[];
}

const gap = (place: Gap['place'], what: string): Gap => ({
  place,
  what,
  kind: 'not-understood',
  tableId: null,
  projectN: null,
});

function gapsOf({ form, unread, garbled }: AssembledForm): Gap[] {
  const label = `第${form.n}张绩效表${form.name === null ? '' : `（${form.name.slice(0, 80)}）`}`;
  return [
    ...unread.indicators.map((place) =>
      gap(place, `${label}的一行绩效指标未能拆分为指标名称和指标值`),
    ),
    ...unread.amounts.map((place) => gap(place, `${label}的一处资金数额无法读作数字`)),
    ...(garbled === null
      ? []
      : [gap(garbled, `${label}的一段文字识别严重受损，未从中读取引用文件`)]),
  ];
}

/**
 * The performance forms of a document: goal forms (绩效目标表, 申报表) and self-evaluations (自评表),
 * with money, indicators and documents cited. Sentences are not kept; handlers, telephones and
 * ID-card numbers are dropped and counted. A head that shows through from another page is left out
 * and told as a gap.
 */
export function assembleForms(
  document: ExtractedDocument,
  context: { readonly year: number; readonly unitName: string },
): AssembledForms {
  const rows = formRows(document);
  const { sheets, ghosts } = untangleForms(cutFormPages(rows));
  const assembled: AssembledForm[] = [];
  for (const sheet of sheets) {
    const assemble = isSelfEvaluationSheet(sheet) ? assembleSelfEvaluationForm : assembleGoalForm;
    const one = assemble(sheet, { n: assembled.length + 1, unitName: context.unitName });
    if (one !== undefined) assembled.push(one);
  }
  return {
    forms: assembled.map(({ form }) => form),
    dropped: countPersonalData(rows),
    gaps: [
      ...assembled.flatMap(gapsOf),
      ...ghosts.map(({ place, name }) =>
        gap(
          place,
          `表头“${name.slice(0, 80)}”与前面的表同名同额，是透印在别的表上的重复表头，不另作一张表`,
        ),
      ),
    ],
  };
}
