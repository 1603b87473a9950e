import type { ArchiveConfig } from '../schema/archive-config.ts';

declare global {
  interface ImportMetaEnv {
    /** What content/archive.json says; put there by astro.config.mjs. */
    readonly ARCHIVE_CONFIG: ArchiveConfig;
  }
}

/** What the archive says of itself, for what stands on every page. */
export const archiveConfig: ArchiveConfig = import.meta.env.ARCHIVE_CONFIG;
