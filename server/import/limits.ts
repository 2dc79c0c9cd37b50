/** What an uploaded file may cost. Wider than any sheet that people keep by hand. */
export interface FileLimits {
  readonly bytes: number;
  /** Of all parts of a workbook together. */
  readonly inflatedBytes: number;
  /** Of the table of texts, which must be held while sheets are read. */
  readonly textBytes: number;
  /** Inflated ÷ packed, of any part above a megabyte. */
  readonly ratio: number;
  readonly entries: number;
  readonly sheets: number;
  /** With anything in them, in all sheets together. */
  readonly rows: number;
  readonly columns: number;
  /** Characters. */
  readonly cell: number;
}

export const fileLimits: FileLimits = {
  bytes: 64 * 1024 * 1024,
  inflatedBytes: 768 * 1024 * 1024,
  textBytes: 128 * 1024 * 1024,
  ratio: 200,
  entries: 2_000,
  sheets: 50,
  rows: 200_000,
  columns: 256,
  cell: 32_767,
};

/** What imports may cost beside their files. */
export interface ImportLimits extends FileLimits {
  /** Of one import. */
  readonly files: number;
  /** How long an import that is not written is kept after its last change, ms. */
  readonly draftMs: number;
  /** Memory of the thread that reads and judges, beyond which an import fails. */
  readonly heapMib: number;
}

/**
 * Bounds of the thread that reads and judges an import (`resourceLimits`): some 170 MB live at 100,000 buildings.
 * Without them memory grows because nobody has collected it yet.
 */
export const importHeap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

export const importLimits: ImportLimits = {
  ...fileLimits,
  files: 60,
  draftMs: 7 * 86_400_000,
  heapMib: importHeap.maxOldGenerationSizeMb,
};
