import { accessDayMark } from '../format/citation.ts';
import { siteAddressMark } from '../format/embed.ts';

/** The reader's own day, as GB/T 7714 writes it. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * A text with a button that copies it; the button appears only where copying can work. The place of the
 * day of access in a citation is filled in, and so is the address of a site whose build did not know it.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const shown = this.querySelector('.copied-text');
    if (shown?.textContent.includes(siteAddressMark) === true)
      shown.textContent = shown.textContent.replace(siteAddressMark, location.origin);
    const button = this.querySelector('button');
    if (button === null || !('clipboard' in navigator)) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.copy());
  }

  private async copy(): Promise<void> {
    const status = this.querySelector('[role=status]');
    const shown = this.querySelector('.copied-text')?.textContent.trim() ?? '';
    const text = shown.replace(accessDayMark, `[${today()}]`);
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (status !== null) status.textContent = done ? '已复制' : '浏览器不许复制，请选中文字后复制';
  }
}

customElements.define('copy-text', CopyText);
