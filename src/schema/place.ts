import { z } from 'zod';

/**
 * Where in its source something is printed. Text: `L120` (line, counted from 1) or `L120C3` (cell,
 * counted from 1; for lines without tabs the cell as the adapter cut it). With pages: `P7L12`.
 */
export const placeSchema = z
  .string()
  .regex(
    /^(?:P\d+)?L\d+(?:C\d+)?$/u,
    'Unexpected place, expected a form like L120, L120C3 or P7L12C3',
  )
  .meta({ id: 'Place', description: '出处：L行 C单元格，如 L120C3；有页码时 P页 L行' });

/** See {@link placeSchema}. */
export type Place = z.infer<typeof placeSchema>;
