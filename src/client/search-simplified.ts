/**
 * The text with traditional characters replaced by simplified ones. The table is fetched with the
 * first text that has any Chinese character; only queries are ever converted, never what is shown.
 */
export async function toSimplified(text: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 't', to: 'cn' })(text);
}
