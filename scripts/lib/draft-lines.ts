import { acceptProblems, type AcceptContext, withDraftUnit } from './accept-draft.ts';
import { importedResultLines } from './check-report.ts';
import { documentFindings } from './document-findings.ts';
import type { BrokenDraft, Draft } from './draft-files.ts';
import { readTextOrNull } from './read-or-absent.ts';

/** What the operator should know of a draft before accepting it, as lines. */
export async function draftLines(
  draft: Draft | BrokenDraft,
  context: AcceptContext,
): Promise<string[]> {
  if ('problem' in draft) return [draft.path, `  cannot be accepted: ${draft.problem}`];
  const { disclosure } = draft;
  const { source, tables, projects, gaps, missingTables } = disclosure;
  const findings = await documentFindings(disclosure, context.content, {
    readText: readTextOrNull,
  });
  return [
    `${disclosure.id} ${disclosure.unitName} ${disclosure.year}`,
    `  ${draft.path}, from ${source.file}: ${tables.length} tables, ${projects.length} projects`,
    ...listed('missing tables', missingTables),
    ...listed(
      'gaps',
      gaps.map((gap) => `${gap.place ?? '-'} ${gap.kind}: ${gap.what}`),
    ),
    ...importedResultLines(findings),
    ...listed('cannot be accepted', await problemsOf(draft, context)),
  ];
}

async function problemsOf(draft: Draft, context: AcceptContext): Promise<string[]> {
  try {
    return await acceptProblems(draft, {
      ...context,
      units: withDraftUnit(draft.disclosure, context),
    });
  } catch (error) {
    return [(error as Error).message];
  }
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}: ${lines.length}`, ...lines.map((line) => `    ${line}`)];
