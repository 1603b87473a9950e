const PEOPLE =
  /(?<=..)(?:(?:蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)族?|(?:土家|哈尼|傈僳|拉祜|纳西|景颇|布朗|撒拉|毛南|仡佬|仫佬|普米|独龙|保安|裕固|朝鲜|达斡尔|布依|东乡|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒各])族)$/;
const SUFFIX =
  /(?:壮族|回族|维吾尔)?自治区$|特别行政区$|自治[州县旗]$|(?<=神农架)林区$|(?<=六枝)特区$|(?<=..)(?:[新地]区|[省市县区盟])$/;

/**
 * The name without its suffix; a 旗, a 矿区 and what would shrink to one character keep theirs.
 * @example shortNameOf('双江拉祜族佤族布朗族傣族自治县') // '双江'
 */
export function shortNameOf(name: string): string {
  if (/矿区$|(?<!自治)旗$/.test(name)) return name;
  let stem = name.replace(SUFFIX, '');
  if (!/自治[州县旗]$|族区$/.test(name)) return stem;
  while (PEOPLE.test(stem)) stem = stem.replace(PEOPLE, '');
  return stem.replace(/(?<=..)族$/, '');
}
