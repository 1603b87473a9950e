import type { Finding } from '../schema/finding.ts';

/** What the page of a check shows of it. */
export interface CheckView {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly basis: string;
  readonly condition: string;
  readonly tolerance: string;
  readonly examples: readonly {
    readonly title: string;
    readonly expected: readonly Pick<Finding, 'result' | 'message'>[];
  }[];
}
