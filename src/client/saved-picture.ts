/** A picture drawn at build time, with buttons that save it as it stands, or its figures. */
class SavedPicture extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-save]');
      if (button !== null) void this.save(button.dataset['save'] ?? '');
    });
  }

  /** The drawing in sight: a picture may have one for wide and one for narrow screens. */
  private drawing(): SVGSVGElement | undefined {
    return [...this.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0);
  }

  private async save(kind: string): Promise<void> {
    const { picturePng, pictureSvg } = await import('./picture-save.ts');
    const { saveFile, tableCsv } = await import('./chart-save.ts');
    const { name = 'picture', title = '', table = '' } = this.dataset;
    if (kind === 'csv') {
      const element = document.getElementById(table);
      if (!(element instanceof HTMLTableElement)) throw new Error(`Unexpected table "${table}"`);
      saveFile(new Blob([tableCsv(element)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
      return;
    }
    const drawing = this.drawing();
    if (drawing === undefined) return;
    const svg = pictureSvg(drawing, title);
    const blob =
      kind === 'svg' ? new Blob([svg.text], { type: 'image/svg+xml' }) : await picturePng(svg);
    if (blob !== null) saveFile(blob, `${name}.${kind}`);
  }
}

customElements.define('saved-picture', SavedPicture);
