import type { ArchiveConfig } from '../schema/archive-config.ts';

/** A text as Markdown that shows it as it is. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+.!|<>~&-]/gu, '\\$&');

const link = (label: string, address: string): string =>
  `[${escaped(label)}](<${address.replaceAll(/[<>]/gu, encodeURIComponent)}>)`;

function contactSentence({ contact }: Pick<ArchiveConfig, 'contact'>): string {
  const ways = [
    ...(contact?.mail === undefined
      ? []
      : [`写信到 ${link(contact.mail, `mailto:${contact.mail}`)}`]),
    ...(contact?.url === undefined ? [] : [`在${link('联系页面', contact.url)}提出`]),
  ];
  return ways.length === 0
    ? '请在存放本档案程序与数据的代码仓库中提出；处理经过公开可查'
    : `请${ways.join('，或者')}`;
}

/**
 * A text in Markdown with what the archive says of itself in place of `{{title}}`, `{{publisher}}`,
 * `{{contact}}` and `{{licence}}`; values are escaped. The contact alone is a link: nothing else may
 * lead out of the site.
 * @throws naming a mark that means nothing.
 */
export function fillText(markdown: string, config: ArchiveConfig): string {
  const values: Readonly<Record<string, string>> = {
    title: escaped(config.title),
    publisher:
      config.publisher === null
        ? ''
        : `${escaped(config.title)}由${escaped(config.publisher)}发布。`,
    contact: contactSentence(config),
    licence: `${escaped(config.licence.name)}（\`${config.licence.url.replaceAll('`', '%60')}\`）`,
  };
  return markdown.replaceAll(/\{\{(.*?)\}\}/gu, (mark, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(
        `Unexpected ${mark}, expected one of ${Object.keys(values).join(', ')} between the braces.`,
      );
    }
    return value;
  });
}
