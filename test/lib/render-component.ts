import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { elementsById, parsePage, type Element } from './html-query.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];
let container: Promise<AstroContainer> | undefined;

/** The parsed HTML of a component with these props. */
export async function renderComponent(
  component: unknown,
  props: Record<string, unknown>,
): Promise<ReturnType<typeof parsePage>> {
  container ??= AstroContainer.create();
  return parsePage(await (await container).renderToString(component as Component, { props }));
}

/**
 * The element of an id.
 * @throws when the page has none.
 */
export function requireElement(page: ReturnType<typeof parsePage>, id: string): Element {
  const element = elementsById(page).get(id);
  if (element === undefined) throw new Error(`Unexpected page without #${id}`);
  return element;
}
