/**
 * Radicals before the characters they look like: those of the supplement, which Unicode does not
 * decompose, and the door, which it takes for its traditional form.
 */
const pairs =
  '⺁厂⺄乙⺇几⺈刀⺊卜⺌小⺎兀⺒巳⺓幺⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺳网⺶羊⺹老⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻎辶⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户';

const supplement = new Map(Array.from(pairs.matchAll(/(.)(.)/gu), ([, a = '', b = '']) => [a, b]));

/**
 * The text with radicals, which text layers name in place of the characters they look like, replaced.
 * @example plainRadicals('部⻔项⽬') // '部门项目'
 */
export function plainRadicals(text: string): string {
  return text.replaceAll(
    /[\u2e80-\u2fdf]/gu,
    (one) => supplement.get(one) ?? one.normalize('NFKC'),
  );
}
