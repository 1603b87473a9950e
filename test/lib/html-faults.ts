import { HtmlValidate } from 'html-validate';

const htmlValidate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes <!DOCTYPE html>; either case is valid.
    'doctype-style': 'off',
    // A table that scrolls sideways is a focusable region; a <section> could not take the focus ring.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'no-inline-style': 'error',
  },
});

/** What html-validate says of a page, one line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await htmlValidate.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
