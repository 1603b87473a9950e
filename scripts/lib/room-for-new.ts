/**
 * Room for what is new in memory, in MiB, as Node takes it: records and pages are made and dropped one after
 * the other, and with as little room as Node gives by itself, a tenth of the time goes into clearing it.
 */
export const roomForNew = '--max-semi-space-size=64';
