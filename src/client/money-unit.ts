import { formatFen, moneyUnits, type MoneyUnit } from '../money/fen.ts';

/** Name of the event on `document` that tells charts of another money measure. */
export const moneyUnitEvent = 'money-unit-change';

/** The money measure a text names; null for anything else, which means as printed. */
export const readMoneyUnit = (text: string | null | undefined): MoneyUnit | null =>
  moneyUnits.find((moneyUnit) => moneyUnit === text) ?? null;

/**
 * Shows every figure below `root` in a money measure, the printed figure beside it where the two
 * differ. null = as printed. Blank cells hold no figure and stay blank. Figures of pictures and sums,
 * which are not printed (`data-fen`), only change their measure.
 */
export function showMoneyUnit(root: ParentNode, chosen: MoneyUnit | null): void {
  for (const figure of root.querySelectorAll<HTMLDataElement>('data.amount')) {
    showFigure(figure, chosen);
  }
  for (const label of root.querySelectorAll<HTMLElement>('[data-money-unit-label]')) {
    const printed = (label.dataset['printed'] ??= label.textContent.trim());
    label.textContent = chosen ?? printed;
  }
  for (const figure of root.querySelectorAll<HTMLElement | SVGElement>('[data-fen]')) {
    const own = figure.closest<HTMLElement>('[data-money-unit]')?.dataset['moneyUnit'];
    figure.textContent = formatFen(
      Number(figure.dataset['fen']),
      chosen ?? readMoneyUnit(own) ?? '元',
    );
  }
}

function showFigure(figure: HTMLDataElement, chosen: MoneyUnit | null): void {
  const printed = (figure.dataset['printed'] ??= figure.textContent.trim());
  const printedUnit = figure.closest<HTMLElement>('[data-money-unit]')?.dataset['moneyUnit'] ?? '';
  if (figure.nextElementSibling?.matches('.as-printed')) figure.nextElementSibling.remove();
  if (chosen === null || chosen === printedUnit) {
    figure.textContent = printed;
    return;
  }
  figure.textContent = formatFen(Number(figure.value), chosen);
  const note = document.createElement('small');
  note.className = 'as-printed';
  note.textContent = `原文 ${printed}`;
  figure.after(note);
}
