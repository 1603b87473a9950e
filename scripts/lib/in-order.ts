/**
 * The results of `work` on every item, in the order of the items, whatever order they are done in. At
 * most `ahead` are begun and not yet taken, so that results do not pile up.
 * @throws what `work` throws, when the turn of that item comes.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }> {
  const begun: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  let next = 0;
  while (next < items.length || begun.length > 0) {
    while (begun.length < ahead && next < items.length) {
      const item = items[next] as Item;
      const result = work(item);
      // Its turn may come late; until then a failure is nobody's fault.
      result.catch(() => undefined);
      begun.push({ item, result });
      next += 1;
    }
    const first = begun.shift();
    if (first !== undefined) yield { item: first.item, result: await first.result };
  }
}
