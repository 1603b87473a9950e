import type { ReadProjects } from './explorer-data.ts';

/** One sentence on how many projects are shown, for the status line. */
export function describeShown(shown: number, { projects, outOf }: ReadProjects): string {
  const read = projects.length;
  const of = shown === read && read === outOf ? '' : `（所选地区和年度共 ${print(outOf)} 个）`;
  return shown === 0 ? `没有符合条件的项目${of}。` : `${print(shown)} 个项目${of}。`;
}

/** What is said when not all projects were read; empty when they were. */
export function describeUnread({ projects, outOf }: ReadProjects): string {
  if (projects.length >= outOf) return '';
  return `项目太多，先读入年度最近的 ${print(projects.length)} 个，还有 ${print(outOf - projects.length)} 个没有读入，以上个数和合计都不含它们。可选定地区或年度，或`;
}

/** One sentence on a selection. */
export function describeSelection(count: number, most: number): string {
  if (count === 0) return `在表中勾选至多 ${most} 个项目，可在这里并排比较金额和绩效指标。`;
  if (count === 1) return `已选 1 个项目，再选一个即可并排比较。`;
  return count < most ? `已选 ${count} 个项目。` : `已选 ${count} 个项目，不能再多。`;
}

const print = (count: number): string => count.toLocaleString('zh-CN');
