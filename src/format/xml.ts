/** Characters that XML 1.0 has no place for, not even escaped. */
const outsideXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** What most texts have nothing of, and are the same in XML. */
const special = new RegExp(`[&<>"]|${outsideXml.source}`, 'u');

/** A text as it stands in XML, in an element or between double quotes. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll(outsideXml, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
