/**
 * Keys of the search page: `/` goes to the input, arrows walk from it through the hits and back,
 * Escape returns to the input and there empties it.
 */
export function handleSearchKeys(page: HTMLElement, input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== '/' || !plain || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  page.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.hit-name a')];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    if (event.target !== input && at < 0) return;
    if (event.key === 'ArrowDown') move(event, links[at + 1]);
    if (event.key === 'ArrowUp') move(event, at > 0 ? links[at - 1] : at === 0 ? input : undefined);
    if (event.key === 'Escape') leave(event, input, at);
  });
}

function leave(event: KeyboardEvent, input: HTMLInputElement, at: number): void {
  event.preventDefault();
  if (at >= 0) input.focus();
  else if (input.value !== '') {
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  } else input.blur();
}

function move(event: KeyboardEvent, to: HTMLElement | undefined): void {
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: 'nearest' });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));
