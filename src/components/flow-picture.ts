import { formatShare } from '../format/share.ts';
import type { BarGroup } from './bar-layout.ts';
import { nodeFill } from './flow-layout.ts';
import type { FlowView } from './flow-model.ts';
import { fenCell, textCell, type PictureFrame } from './picture.ts';

/** What stands around the picture of the money: title, words, notes and the table of its figures. */
export function flowFrame(view: FlowView): PictureFrame {
  const tables = [...view.levels.flatMap((level) => level.tables), ...view.linkTables];
  return {
    id: 'money-flow',
    title: '钱从哪里来，到哪里去',
    summary: view.summary,
    moneyUnit: view.moneyUnit,
    tables: tables.filter(({ id }, i) => tables.findIndex((other) => other.id === id) === i),
    source: null,
    notes: view.notes,
    table: {
      columns: [
        { label: '层次', isNumber: false },
        { label: '名称', isNumber: false },
        { label: '金额', isNumber: true },
        { label: '占收入总计', isNumber: true },
      ],
      rows: view.levels.flatMap(({ label, nodes }) =>
        nodes.map(({ name, anchor, fen }) => [
          textCell(label),
          textCell(name, anchor),
          fenCell(fen),
          textCell(formatShare(fen, view.totalFen)),
        ]),
      ),
    },
  };
}

/** The levels one below the other, every bar a part of the whole money; for narrow screens. */
export function flowBars(view: FlowView): BarGroup[] {
  return view.levels.map((level) => ({
    heading: level.label,
    value: null,
    rows: level.nodes.map((node) => ({
      label: node.name,
      bars: [
        {
          caption: null,
          value: { fen: node.fen, text: '' },
          share: node.fen / view.totalFen,
          mark: null,
          fill: nodeFill(level.id, node),
        },
      ],
    })),
  }));
}
