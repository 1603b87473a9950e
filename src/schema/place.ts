import { z } from 'zod';

/**
 * Where in its source something is printed, counted from 1. Text: `L120` (line) or `L120C3` (cell;
 * for lines without tabs the cell as the adapter cut it). With pages: `P7L12C3`; in a PDF the line is
 * counted on its page, a row of a table being one line. Workbook: `S2R5C3` (sheet, row, column).
 * Web page and Word file: `T3R5C2` (table, row, column), or `L12` for a paragraph outside tables.
 */
export const placeSchema = z
  .string()
  .regex(
    /^(?:(?:P\d+)?L\d+|[ST]\d+R\d+)(?:C\d+)?$/u,
    'Unexpected place, expected a form like L120, L120C3, P7L12C3, S2R5C3 or T3R5C2',
  )
  .meta({
    id: 'Place',
    description:
      '出处：L行 C单元格，如 L120C3；有页码时 P页 L行；工作簿为 S工作表 R行 C列；网页和 Word 文件的表格为 T表 R行 C列',
  });

/** See {@link placeSchema}. */
export type Place = z.infer<typeof placeSchema>;
