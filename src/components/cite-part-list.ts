import type { CitePart } from './cite-parts.ts';
import { copiedText } from './copied-text.ts';
import { href } from './href.ts';
import { markup, type Html } from './html.ts';
import { formatCitation } from '../format/citation.ts';

/** A table or project with its citation and the code that embeds it. */
const citePart = ({ label, anchor, work, snippet, path, embedPath }: CitePart): Html => markup`
  <section id="${anchor}" class="cite-part">
    <h3><a href="${href(path)}">${label}</a></h3>
    ${copiedText({ text: formatCitation(work), label: '复制引文' })}
    <details>
      <summary>嵌入到别的网页</summary>
      ${copiedText({ text: snippet, label: '复制代码', isCode: true })}
      <p class="note"><a href="${href(embedPath)}">看看嵌入后的样子</a></p>
    </details>
  </section>`;

/** Tables or projects, each with its citation and the code that embeds it. */
export const citePartList = (parts: readonly CitePart[]): Html => markup`${parts.map(citePart)}`;
