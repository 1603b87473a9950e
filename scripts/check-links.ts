import { resolve } from 'node:path';
import { readArchiveConfig, siteAddress } from '../src/archive/read-archive-config.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { baseOption, builtSiteOption, siteOption } from './lib/common-options.ts';
import { configuredBase } from './lib/configured-base.ts';
import { findLinkFaults, readSite } from './lib/site-links.ts';

/** What the command needs from outside. */
export interface CheckLinksEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run check:links -- [options]',
  about:
    'Follows every link and anchor of a built site; ends with 1 when one leads nowhere, or out of the site.',
  options: {
    dir: builtSiteOption,
    base: baseOption,
    site: siteOption,
  },
});

/**
 * Checks every link and anchor of a built site, see {@link command}. Returns the exit code, 1 when a link
 * leads nowhere, or out of the site to anything but the contact that content/archive.json names.
 */
export async function run(args: readonly string[], effects: CheckLinksEffects): Promise<number> {
  const { values } = readCommandLine(command, args);
  const site = await readSite(resolve(values.dir));
  if (site.pages.length === 0) {
    effects.print(`${values.dir}: Unexpected empty site, expected pages. Run npm run build first.`);
    return 1;
  }
  const config = readArchiveConfig('content');
  const { contact } = config;
  const address = values.site ?? siteAddress(config, process.env).site;
  const own = [contact?.url, contact?.mail === undefined ? undefined : `mailto:${contact.mail}`];
  const faults = findLinkFaults(
    site,
    values.base ?? configuredBase(),
    (link) => own.includes(link),
    address,
  );
  for (const { file, link, reason } of faults) effects.print(`${file}: ${link} ${reason}`);
  effects.print(`${site.pages.length} pages, ${faults.length} faulty links`);
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
