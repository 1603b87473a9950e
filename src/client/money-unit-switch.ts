import { moneyUnitEvent, readMoneyUnit, showMoneyUnit } from './money-unit.ts';

/** Buttons that show the figures of the page in another money measure. */
class MoneyUnitSwitch extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>(
        '[data-money-unit-choice]',
      );
      if (button !== null) this.choose(button);
    });
  }

  private choose(chosen: HTMLButtonElement): void {
    for (const button of this.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === chosen));
    }
    const moneyUnit = readMoneyUnit(chosen.dataset['moneyUnitChoice']);
    showMoneyUnit(document, moneyUnit);
    document.dispatchEvent(new CustomEvent(moneyUnitEvent, { detail: moneyUnit }));
  }
}

customElements.define('money-unit-switch', MoneyUnitSwitch);
