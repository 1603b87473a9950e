import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { CitedDocument } from '../schema/cited-document.ts';
import type { Finding } from '../schema/finding.ts';
import type { Form } from '../schema/form.ts';
import { makeFinding } from './compare.ts';
import { exampleCitation, exampleDisclosure, exampleForm } from './example-disclosure.ts';
import { formLabel, projectOfForm } from './form-sides.ts';
import { nowhere } from './side.ts';

const id = 'document-numbers';

/** A citation with the form that makes it. */
interface Cited {
  readonly form: Form;
  readonly document: CitedDocument;
}

/** A document number taken apart: 忻财行〔2019〕87号 → 忻财行, 2019, 87. */
const takeApart = (
  number: string | null,
): { agency: string; year: string; n: string } | undefined => {
  const match = /^(?<agency>.+?)〔(?<year>\d{4})〕(?<n>\d+)号$/u.exec(number ?? '');
  const { agency = '', year = '', n = '' } = match?.groups ?? {};
  return match === null ? undefined : { agency, year, n };
};

const finding = (disclosure: Disclosure, cited: Cited, message: string): Finding =>
  makeFinding(id, disclosure, {
    result: 'difference',
    at: {
      ...nowhere,
      place: cited.document.place,
      projectN: projectOfForm(disclosure, cited.form),
    },
    message: `${formLabel(cited.form)}${message}`,
  });

function incomplete(disclosure: Disclosure, all: readonly Cited[]): Finding[] {
  return all
    .filter(({ document }) => document.number !== null && document.normalisedNumber === null)
    .map((cited) =>
      finding(disclosure, cited, `文号“${cited.document.number ?? ''}”缺少年份的括号或年份`),
    );
}

/** One number printed in two ways, told once for each further way. */
function spelledTwice(disclosure: Disclosure, all: readonly Cited[]): Finding[] {
  const first = new Map<string, string>();
  const told = new Set<string>();
  return all.flatMap((cited) => {
    const { number, normalisedNumber } = cited.document;
    if (number === null || normalisedNumber === null) return [];
    const earlier = first.get(normalisedNumber);
    first.set(normalisedNumber, earlier ?? number);
    if (earlier === undefined || earlier === number || told.has(number)) return [];
    told.add(number);
    return [
      finding(disclosure, cited, `文号“${number}”，前面作“${earlier}”，是同一文号的两种写法`),
    ];
  });
}

/** One title with two numbers of one agency, or one year and number with two agencies in one form. */
function contradicting(disclosure: Disclosure, all: readonly Cited[]): Finding[] {
  return all.flatMap((later, index) =>
    all.slice(0, index).flatMap((earlier) => {
      const one = takeApart(earlier.document.normalisedNumber);
      const two = takeApart(later.document.normalisedNumber);
      if (one === undefined || two === undefined) return [];
      const sameTitle =
        later.document.title !== null && later.document.title === earlier.document.title;
      const numbers = one.year !== two.year || one.n !== two.n;
      const agencies =
        earlier.form === later.form &&
        one.agency !== two.agency &&
        !numbers &&
        (one.agency.endsWith(two.agency) || two.agency.endsWith(one.agency));
      if (!(sameTitle && one.agency === two.agency && numbers) && !agencies) return [];
      return [
        finding(
          disclosure,
          later,
          `文号“${later.document.number ?? ''}”，前面作“${earlier.document.number ?? ''}”`,
        ),
      ];
    }),
  );
}

const example = (first: string, second: string): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        documents: [first, second].map((number, i) =>
          exampleCitation({
            title: '示例管理办法',
            number,
            normalisedNumber: /\d{4}[】〕]/u.test(number)
              ? number.replace('【', '〔').replace('】', '〕')
              : null,
            place: `L21${60 + i}`,
          }),
        ),
      }),
    ],
  });

/** Numbers of cited documents are complete and written in one way. */
export const documentNumbersAgree: Check = {
  id,
  title: '文号完整、写法一致',
  family: 'names-and-dates',
  attention: 4,
  explanation:
    '绩效表引用的文件：文号应有机关代字、年份和序号；同一文号、同一文件在一份文件中应是一种写法。',
  basis:
    '《党政机关公文格式》（GB/T 9704—2012）：发文字号由发文机关代字、年份、发文顺序号组成，年份用六角括号括入。',
  condition: '引用中印有文号。',
  tolerance: '不涉及数值。',
  check: (disclosure) => {
    const all = disclosure.forms.flatMap((form) =>
      form.documents.map((document) => ({ form, document })),
    );
    const numbered = all.filter(({ document }) => document.number !== null);
    const findings = [
      ...incomplete(disclosure, all),
      ...spelledTwice(disclosure, all),
      ...contradicting(disclosure, all),
    ];
    if (findings.length > 0 || numbered.length === 0) return findings;
    return [
      makeFinding(id, disclosure, {
        result: 'pass',
        message: `核对 ${numbered.length} 处文号，完整且写法一致`,
      }),
    ];
  },
  examples: [
    {
      title: '两处文号写法一致',
      disclosure: example('示财行〔2029〕8号', '示财行〔2029〕8号'),
      expected: [{ result: 'pass', message: '核对 2 处文号，完整且写法一致' }],
    },
    {
      title: '一处用方头括号',
      disclosure: example('示财行〔2029〕8号', '示财行【2029】8号'),
      expected: [
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”文号“示财行【2029】8号”，前面作“示财行〔2029〕8号”，是同一文号的两种写法',
        },
      ],
    },
    {
      title: '一处缺年份，另一处序号不同',
      disclosure: example('示财行8号', '示财行〔2029〕9号'),
      expected: [
        {
          result: 'difference',
          message: '第1张绩效表“示例项目”文号“示财行8号”缺少年份的括号或年份',
        },
      ],
    },
    {
      title: '同一文件两个序号',
      disclosure: example('示财行〔2029〕8号', '示财行〔2029〕9号'),
      expected: [
        {
          result: 'difference',
          message: '第1张绩效表“示例项目”文号“示财行〔2029〕9号”，前面作“示财行〔2029〕8号”',
        },
      ],
    },
  ],
};
