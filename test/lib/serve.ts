export { serveDirectory } from '../../scripts/lib/serve-directory.ts';
