/** A drawing as a file of its own. */
export interface StandaloneSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** What the style sheets give a drawing and a file must carry itself. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const headHeight = 36;

/** The drawing as it stands, with its title, on the ground of the page. */
export function pictureSvg(drawing: SVGSVGElement, title: string): StandaloneSvg {
  const { width: shownWidth, height: shownHeight } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const original = originals[i];
    if (original !== undefined) carryStyle(original, element);
  });
  const width = Math.ceil(shownWidth) + 2 * margin;
  const height = Math.ceil(shownHeight) + headHeight + 2 * margin;
  setAll(copy, { x: margin, y: headHeight + margin, width: shownWidth, height: shownHeight });
  const style = getComputedStyle(drawing);
  const sheet = document.createElementNS(namespace, 'svg');
  setAll(sheet, { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const ground = document.createElementNS(namespace, 'rect');
  setAll(ground, { width, height, fill: style.getPropertyValue('--paper').trim() });
  const heading = document.createElementNS(namespace, 'text');
  setAll(heading, {
    x: margin,
    y: margin + 16,
    fill: style.getPropertyValue('--ink').trim(),
    'font-family': style.fontFamily,
    'font-size': 16,
    'font-weight': 600,
  });
  heading.textContent = title;
  sheet.append(ground, heading, copy);
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

function carryStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const property of carried) {
    const value = style.getPropertyValue(property);
    if (property !== 'fill' || !value.startsWith('url(')) copy.setAttribute(property, value);
  }
  copy.removeAttribute('class');
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
}

/** The drawing as PNG at twice its size; null when the browser cannot make one. */
export async function picturePng({ text, width, height }: StandaloneSvg): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
