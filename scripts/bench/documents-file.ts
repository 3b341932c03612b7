/** The same Word file with the tags of each engine, or with its data written in by `docx` itself. */
import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { COLUMNS, FACTS, recapView, reportView } from './documents-views.ts';

/** How an engine writes a value and a loop over rows. */
interface Syntax {
  readonly value: (name: string) => string;
  readonly rows: (kind: Kind) => readonly (readonly string[])[];
}

type Kind = 'report' | 'recap';

const DOUBLE_BRACES: Syntax = looped('{{', '}}', '#each rows', '/each');
const DOCXTEMPLATER: Syntax = looped('{{', '}}', '#rows', '/rows');
const SINGLE_BRACES: Syntax = looped('{', '}', '#rows', '/rows');

const DOCX_TEMPLATES: Syntax = {
  value: (name) => `+++INS ${name}+++`,
  rows: () => [
    alone('+++FOR row IN rows+++'),
    COLUMNS.map((name) => `+++INS $row.${name}+++`),
    alone('+++END-FOR row+++'),
  ],
};

/** Under the name of the engine that reads it. */
export const SYNTAXES = {
  ours: DOUBLE_BRACES,
  docxtemplater: DOCXTEMPLATER,
  'easy-template-x': SINGLE_BRACES,
  'docx-templates': DOCX_TEMPLATES,
};

/** No tags: the data itself. */
export const CODE: Syntax = {
  value: (name) => reportView().facts[name] ?? '',
  rows: (kind) =>
    (kind === 'report' ? reportView() : recapView(1000)).rows.map((row) =>
      COLUMNS.map((name) => row[name] ?? ''),
    ),
};

function looped(open: string, close: string, begin: string, end: string): Syntax {
  return {
    value: (name) => `${open}${name}${close}`,
    rows: () => [
      COLUMNS.map((name, index) => {
        const value = `${open}${name}${close}`;
        if (index === 0) return `${open}${begin}${close}${value}`;
        return index === COLUMNS.length - 1 ? `${value}${open}${end}${close}` : value;
      }),
    ],
  };
}

function alone(text: string): readonly string[] {
  return COLUMNS.map((_, index) => (index === 0 ? text : ''));
}

export async function wordFile(
  kind: Kind,
  syntax: Syntax,
  { charts = false }: { readonly charts?: boolean } = {},
): Promise<Uint8Array> {
  const body = [
    new Paragraph({
      text: 'LAPORAN KEGIATAN',
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
    }),
    factTable(syntax),
    ...FACTS.map(
      (name, index) =>
        new Paragraph({
          spacing: { after: 120, line: 300 },
          alignment: AlignmentType.JUSTIFIED,
          children: [
            new TextRun({ text: `${index + 1}. Dengan hormat disampaikan bahwa `, bold: true }),
            new TextRun(syntax.value(name)),
            new TextRun(' telah dilaksanakan sebagaimana mestinya.'),
          ],
        }),
    ),
    rowTable(syntax, kind),
  ];
  const document = new Document({
    sections: [
      {
        headers: {
          default: new Header({ children: [new Paragraph('PEMERINTAH PROVINSI GORONTALO')] }),
        },
        children: charts ? [...body, ...chartParagraphs()] : body,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function factTable(syntax: Syntax): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: FACTS.map(
      (name) => new TableRow({ children: [cell(name), cell(':'), cell(syntax.value(name))] }),
    ),
  });
}

function rowTable(syntax: Syntax, kind: Kind): Table {
  const rows = [COLUMNS, ...syntax.rows(kind)];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

function cell(text: string): TableCell {
  return new TableCell({
    margins: { left: 60, right: 60 },
    children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })],
  });
}

function chartParagraphs(): Paragraph[] {
  return ['column', 'bar'].map(
    (type) =>
      new Paragraph({
        children: [
          new ChartRun({
            type: type === 'bar' ? 'bar' : 'column',
            altText: { name: type, description: '{{grafik permohonan}}' },
            transformation: { width: 480, height: 240 },
            categories: ['Jan'],
            series: [{ name: 'Permohonan', values: [1] }],
          }),
        ],
      }),
  );
}
