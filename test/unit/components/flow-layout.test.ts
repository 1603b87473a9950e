import { describe, expect, test } from 'vitest';
import { layoutFlow, lineHeight, type FlowLayout } from '../../../src/components/flow-layout.ts';
import { flowView } from '../../../src/components/flow-view.ts';
import { exampleFlow } from '../../support/example-flow.ts';

function layout(): FlowLayout {
  const view = flowView(exampleFlow());
  if (view === undefined) throw new Error('Unexpected example without a view');
  return layoutFlow(view);
}

describe('layoutFlow', () => {
  test('draws every amount on one scale', () => {
    const { nodes } = layout();
    const scales = nodes.map(({ node, height }) => Math.round((height / node.fen) * 1e12));
    expect(new Set(scales).size).toBe(1);
  });

  test('sets the levels side by side, the last with room for its names', () => {
    const { width, headings } = layout();
    expect(width).toBe(940);
    expect(headings.map(({ label }) => label)).toEqual(['来源', '功能科目', '支出性质', '项目']);
    expect(headings.map(({ x }) => Math.round(x))).toEqual([0, 225, 451, 676]);
  });

  test('lets neither bars nor names of a level overlap, nor leave the picture', () => {
    const { nodes, height } = layout();
    for (const x of new Set(nodes.map((placed) => placed.x))) {
      const spans = nodes
        .filter((placed) => placed.x === x)
        .map((placed) => ({
          top: Math.min(placed.y, placed.textY - lineHeight + 4),
          bottom: Math.max(
            placed.y + placed.height,
            placed.textY + placed.lines.length * lineHeight,
          ),
        }));
      spans.forEach(({ top }, i) => {
        expect(top).toBeGreaterThanOrEqual(i === 0 ? 20 : (spans[i - 1]?.bottom ?? 0));
      });
      expect(spans.at(-1)?.bottom).toBeLessThanOrEqual(height + 4);
    }
  });

  test('draws one band for each link, from the right edge of one bar to the left edge of the next', () => {
    const { ribbons } = layout();
    expect(ribbons).toHaveLength(9);
    expect(ribbons[0]?.path).toMatch(/^M14 [\d.]+C119\.7 [\d.]+ 119\.7 [\d.]+ 225\.3 /u);
  });

  test('hatches carried-over money and project expenditure', () => {
    const fills = Object.fromEntries(layout().nodes.map(({ node, fill }) => [node.id, fill]));
    expect(fills['source-general']).toEqual({ tone: 3, isHatched: false });
    expect(fills['source-carryover']).toEqual({ tone: 5, isHatched: true });
    expect(fills['kind-basic']).toEqual({ tone: 1, isHatched: false });
    expect(fills['kind-project']).toEqual({ tone: 2, isHatched: true });
  });
});
