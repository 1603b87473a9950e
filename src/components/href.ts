import { withBase } from '../format/url.ts';

/**
 * A root-relative site path under the base path the site is built for. Every internal link uses it.
 * @example href('/units/') // '/archive/units/' when built for /archive/
 */
export const href = (path: string): string => withBase(import.meta.env.BASE_URL, path);
