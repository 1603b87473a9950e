import type { Fill } from './flow-layout.ts';
import { markup, type Html } from './html.ts';

/** Hatchings of the colours of charts, for one SVG; ids begin with `prefix`. null = none is needed. */
export function hatchPatterns(prefix: string, fills: readonly Fill[]): Html | null {
  const tones = new Set(fills.flatMap(({ isHatched, tone }) => (isHatched ? [tone] : [])));
  if (tones.size === 0) return null;
  const patterns = [...tones].sort().map(
    (tone) => markup`
      <pattern id="${prefix}-hatch-${tone}" width="6" height="6" patternUnits="userSpaceOnUse">
        <path class="hatch tone-${tone}" d="M-1 7 7-1M-1 1 1-1M5 7 7 5"></path>
      </pattern>`,
  );
  return markup`<defs>${patterns}</defs>`;
}

/** The fill of a bar as the attribute that names its hatching; undefined = its plain colour. */
export const hatchFill = (prefix: string, { isHatched, tone }: Fill): string | undefined =>
  isHatched ? `url(#${prefix}-hatch-${tone})` : undefined;
