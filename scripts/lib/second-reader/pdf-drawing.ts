import { pageSize } from './pdf-glyphs.ts';
import { type Pdfium } from './pdfium.ts';

/** What a page draws besides text and pictures, as grey pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Pixels a point. */
  readonly scale: number;
  /** One byte a pixel, row by row; 255 = paper. */
  readonly pixels: Uint8Array;
}

const kinds = { path: 2, form: 5 };
const [grey, paper] = [1, 0xffffffff];
/** Lines of hard edges, at least one pixel wide. */
const hardEdges = 0x4000;
const pixelsPerPoint = 2;
const mostPixels = 16_000_000;

interface Holder {
  readonly count: number;
  readonly object: (index: number) => number;
  readonly remove: (object: number) => boolean;
}

/** Takes everything but paths out of a page or a form, from the last to the first. */
function keepPaths(library: Pdfium, { count, object, remove }: Holder, depth: number): void {
  for (let index = count - 1; index >= 0; index -= 1) {
    const one = object(index);
    const kind = library.FPDFPageObj_GetType(one);
    if (kind === kinds.form && depth < 8) {
      const inner: Holder = {
        count: library.FPDFFormObj_CountObjects(one),
        object: (at) => library.FPDFFormObj_GetObject(one, at),
        remove: (child) => library.FPDFFormObj_RemoveObject(one, child),
      };
      keepPaths(library, inner, depth + 1);
    } else if (kind !== kinds.path && remove(one)) library.FPDFPageObj_Destroy(one);
  }
}

/**
 * Paints what is left of a page, turned by quarters, when its texts and pictures are taken out. The
 * page is changed in memory: its characters are to be read before.
 */
export function readDrawing(library: Pdfium, page: number, turn: number): Drawing {
  keepPaths(
    library,
    {
      count: library.FPDFPage_CountObjects(page),
      object: (index) => library.FPDFPage_GetObject(page, index),
      remove: (object) => library.FPDFPage_RemoveObject(page, object),
    },
    0,
  );
  const [across, down] = pageSize(library, page, turn);
  const scale = Math.min(pixelsPerPoint, Math.sqrt(mostPixels / (across * down)));
  const [width, height] = [Math.ceil(across * scale), Math.ceil(down * scale)];
  const bitmap = library.FPDFBitmap_CreateEx(width, height, grey, 0, 0);
  if (bitmap === 0) throw new Error(`Unexpected page of ${across} by ${down} points.`);
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, paper);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, hardEdges);
    const [at, stride] = [
      library.FPDFBitmap_GetBuffer(bitmap),
      library.FPDFBitmap_GetStride(bitmap),
    ];
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
      const start = at + y * stride;
      pixels.set(library.pdfium.HEAPU8.subarray(start, start + width), y * width);
    }
    return { width, height, scale, pixels };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}
