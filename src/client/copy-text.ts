/** A text with a button that copies it; the button appears only where copying can work. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null || !('clipboard' in navigator)) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.copy());
  }

  private async copy(): Promise<void> {
    const status = this.querySelector('[role=status]');
    const text = this.querySelector('.copied-text')?.textContent.trim() ?? '';
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (status !== null) status.textContent = done ? '已复制' : '浏览器不许复制，请选中文字后复制';
  }
}

customElements.define('copy-text', CopyText);
