import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/** The functions of PDFium that the second reader calls; documents, pages and memory are numbers. */
export interface Pdfium {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(size: number): number; free(at: number): void };
    getValue(at: number, type: 'float' | 'double' | 'i32'): number;
  };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(at: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_PageToDevice(
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    turn: number,
    x: number,
    y: number,
    atX: number,
    atY: number,
  ): boolean;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(texts: number): void;
  FPDFText_CountChars(texts: number): number;
  FPDFText_GetUnicode(texts: number, index: number): number;
  FPDFText_IsGenerated(texts: number, index: number): number;
  FPDFText_IsHyphen(texts: number, index: number): number;
  FPDFText_GetCharAngle(texts: number, index: number): number;
  FPDFText_GetCharOrigin(texts: number, index: number, atX: number, atY: number): boolean;
  FPDFText_GetLooseCharBox(texts: number, index: number, at: number): boolean;
  FPDFText_GetFontSize(texts: number, index: number): number;
  FPDFText_GetMatrix(texts: number, index: number, at: number): boolean;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPage_RemoveObject(page: number, object: number): boolean;
  FPDFPageObj_Destroy(object: number): void;
  FPDFPageObj_GetType(object: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFFormObj_RemoveObject(form: number, object: number): boolean;
  FPDFBitmap_CreateEx(w: number, h: number, kind: number, at: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, x: number, y: number, w: number, h: number, c: number): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    turn: number,
    flags: number,
  ): void;
}

let loaded: Promise<Pdfium> | undefined;

async function load(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasmBinary = Uint8Array.from(await readFile(path)).buffer;
  const library = (await init({ wasmBinary })) as unknown as Pdfium;
  library.PDFiumExt_Init();
  return library;
}

/**
 * What `read` gives for each page of a PDF, in order. Memory is given back when it is done.
 * @throws when PDFium cannot open the file or one of its pages
 */
export async function readPdfPages<T>(
  bytes: Uint8Array,
  read: (library: Pdfium, page: number) => T,
): Promise<T[]> {
  const library = await (loaded ??= load());
  const memory = library.pdfium.wasmExports;
  const at = memory.malloc(bytes.length);
  library.pdfium.HEAPU8.set(bytes, at);
  const document = library.FPDF_LoadMemDocument(at, bytes.length, '');
  try {
    if (document === 0) throw new Error('Unexpected file, expected a PDF that PDFium can open.');
    return Array.from({ length: library.FPDF_GetPageCount(document) }, (_, index) => {
      const page = library.FPDF_LoadPage(document, index);
      if (page === 0) throw new Error(`P${index + 1}: Unexpected page that PDFium cannot open.`);
      try {
        return read(library, page);
      } finally {
        library.FPDF_ClosePage(page);
      }
    });
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    memory.free(at);
  }
}

/** What `use` gives with some bytes of PDFium's memory, which are given back. */
export function withMemory<T>(library: Pdfium, size: number, use: (at: number) => T): T {
  const memory = library.pdfium.wasmExports;
  const at = memory.malloc(size);
  try {
    return use(at);
  } finally {
    memory.free(at);
  }
}
