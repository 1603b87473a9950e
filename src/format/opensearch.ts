import type { ArchiveConfig } from '../schema/archive-config.ts';
import { withBase } from './url.ts';
import { escapeXml } from './xml.ts';

/**
 * The OpenSearch 1.1 description of the search page. `site` is the public address of the site; where
 * it is not known the addresses are relative to the host that serves the file.
 */
export function openSearchDescription(
  base: string,
  site: string | null,
  config: Pick<ArchiveConfig, 'title' | 'shortTitle'>,
): string {
  const shortName = config.shortTitle ?? config.title.slice(0, 16);
  const address = (path: string): string => {
    const full = withBase(base, path);
    return escapeXml(site === null ? full : new URL(full, site).href);
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeXml(shortName)}</ShortName>`,
    '  <Description>检索各地单位预算公开中的项目、绩效指标、科目、单位和文件</Description>',
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <Language>zh-CN</Language>',
    `  <Image width="16" height="16" type="image/svg+xml">${address('/favicon.svg')}</Image>`,
    `  <Url type="text/html" method="get" template="${address('/search/')}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
