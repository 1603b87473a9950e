import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import { checks } from './index.ts';

/** Findings of every check on one disclosure, check by check in the order of the list. */
export function checkDisclosure(disclosure: Disclosure): Finding[] {
  return checks.flatMap((check) => check.check(disclosure));
}
