/** Largest source accepted, in bytes. */
export const maximumBytes = 50_000_000;

/** Largest text or web page accepted, in bytes: a unit's whole disclosure as text is far below it. */
export const maximumTextBytes = 20_000_000;

/** Most pages read of one PDF. */
export const maximumPages = 600;

/** Most rows of one document. */
export const maximumRows = 100_000;

/** Most cells of one document, covered ones included. */
export const maximumCells = 1_000_000;

/** Most columns of one table. */
export const maximumColumns = 200;
