/**
 * Opens what the address points at: the folded section with that anchor, or the one around it. For
 * printing, opens everything, and folds it again afterwards.
 */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  let opened = false;
  for (let section = target.closest('details'); section !== null;) {
    opened ||= !section.open;
    section.open = true;
    section = section.parentElement?.closest('details') ?? null;
  }
  if (opened) target.scrollIntoView();
}

let openedForPrint: HTMLDetailsElement[] = [];

addEventListener('hashchange', openTarget);
addEventListener('beforeprint', () => {
  openedForPrint = [...document.querySelectorAll('details')].filter((section) => !section.open);
  for (const section of openedForPrint) section.open = true;
});
addEventListener('afterprint', () => {
  for (const section of openedForPrint) section.open = false;
  openedForPrint = [];
});
openTarget();

export {};
