import type { Disclosure } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import type { UnitYear } from './model.ts';
import type { TopicProject } from './topic-model.ts';

/**
 * The forms of projects by project id; a project without a form is not in it. Each record is read once
 * and let go.
 */
export function readTopicForms(
  projects: readonly TopicProject[],
  readRecord: (unitYear: UnitYear) => Disclosure,
): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const [unitYear, wanted] of Map.groupBy(projects, (item) => item.unitYear)) {
    const disclosure = readRecord(unitYear);
    const byN = new Map(disclosure.forms.map((form) => [form.n, form]));
    const formOf = new Map(disclosure.projects.map(({ n, form }) => [n, byN.get(form ?? 0)]));
    for (const { project } of wanted) {
      const form = formOf.get(project.n);
      if (form !== undefined) forms.set(project.id, form);
    }
  }
  return forms;
}
