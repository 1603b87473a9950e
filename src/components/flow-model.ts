import type { MoneyUnit } from '../money/fen.ts';

/** One part of a level: a source, a subject, a kind of expenditure or a project. */
export interface FlowNode {
  readonly id: string;
  readonly name: string;
  /** Its amount in 分, always above zero. */
  readonly fen: number;
  /** Codes of the subjects it stands for; empty for other parts. */
  readonly codes: readonly string[];
  /** Anchor on the page of the row it is read from; null = several rows taken together. */
  readonly anchor: string | null;
  /** Whether it is money carried over from the year before. */
  readonly isCarryover: boolean;
}

/** One way of cutting up the whole money, its parts largest first. */
export interface FlowLevel {
  readonly id: 'sources' | 'subjects' | 'kinds' | 'projects';
  readonly label: string;
  /** Tables it is read from. */
  readonly tables: readonly { readonly id: string; readonly title: string }[];
  readonly nodes: readonly FlowNode[];
}

/** Money that goes from a part of one level to a part of the next, in 分. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly fen: number;
}

/** Where the money of a disclosure comes from and goes, from printed figures only. */
export interface FlowView {
  readonly moneyUnit: MoneyUnit;
  /** 收入总计 of 表1 in 分. */
  readonly totalFen: number;
  /** The levels that can be drawn, in the order of the money. */
  readonly levels: readonly FlowLevel[];
  readonly links: readonly FlowLink[];
  /** Tables that only the links are read from. */
  readonly linkTables: FlowLevel['tables'];
  /** Why a level or its connections are not drawn, in the reader's words. */
  readonly notes: readonly string[];
  /** The picture in words. */
  readonly summary: string;
}
