import type { PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';

/**
 * A document number (文号): issuer, year in brackets of any style, number. The issuer is taken as
 * long as the Chinese text before the bracket goes; where it begins is decided by the lookup.
 */
const documentNumber =
  /([\p{Script=Han}]{1,20})\s{0,3}[〔[［【（(﹝〖]\s{0,3}([0-9０-９]{4})\s{0,3}[〕\]］】）)﹞〗]\s{0,3}第?\s{0,3}([0-9０-９]{1,5})\s{0,3}号/gu;

/** How cited documents are found and linked. */
export interface DocumentLinkOptions {
  /**
   * The path of the page of a document number in its normalised form, such as 晋政办发〔2016〕109号;
   * undefined = the archive does not have that document.
   */
  readonly documentPath: (normalisedNumber: string) => string | undefined;
}

/** Where the issuer begins in the Chinese text before the bracket, and the page found with it. */
function findIssuer(
  words: string,
  rest: string,
  documentPath: DocumentLinkOptions['documentPath'],
): { start: number; path: string } | undefined {
  for (let start = 0; start < words.length; start += 1) {
    const path = documentPath(`${words.slice(start)}${rest}`);
    if (path !== undefined) return { start, path };
  }
  return undefined;
}

/**
 * A remark plugin that links each document number the archive has a page for, in whatever brackets
 * and digits it is written; the text stays as written. Links, headings and code are left alone.
 * @example documentPath('晋政办发〔2016〕109号') // '/documents/jzbf-2016-109/'
 */
export function linkDocumentNumbers(options: DocumentLinkOptions) {
  return (tree: Root): void => {
    findAndReplace(
      tree,
      [
        documentNumber,
        (whole: string, words: string, year: string, number: string) => {
          const rest = `〔${year.normalize('NFKC')}〕${number.normalize('NFKC')}号`;
          const found = findIssuer(words, rest, options.documentPath);
          if (found === undefined) return whole;
          const before: PhrasingContent[] =
            found.start === 0 ? [] : [{ type: 'text', value: whole.slice(0, found.start) }];
          const link: PhrasingContent = {
            type: 'link',
            url: found.path,
            children: [{ type: 'text', value: whole.slice(found.start) }],
          };
          return [...before, link];
        },
      ],
      { ignore: ['link', 'linkReference', 'heading'] },
    );
  };
}
