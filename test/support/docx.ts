/** Word files for tests: built from raw XML, read back as text, cut up as Word cuts them. */
import { deflated, writeZip } from '../../src/office-package/write-zip.ts';
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** The XML between `<w:body>` and the section's properties. */
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly styles?: string;
  /** More parts with their content type and, for the body to refer to, a relationship. */
  readonly parts?: readonly {
    readonly name: string;
    readonly content: string | Uint8Array;
    readonly type?: string;
    readonly relation?: { readonly id: string; readonly type: string };
  }[];
  readonly mainType?: string;
}

/** A whole .docx around the given XML. */
export function aDocx(given: DocxParts): Uint8Array {
  const stories = (['header', 'footer', 'footnotes', 'styles'] as const).flatMap((type) => {
    const inner = given[type];
    if (inner === undefined) return [];
    const root = { header: 'hdr', footer: 'ftr', footnotes: 'footnotes', styles: 'styles' }[type];
    const content = `${HEAD}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
    return [
      {
        name: `word/${type}.xml`,
        content,
        type: `${WORD}.${type}+xml`,
        relation: { id: `r${type}`, type },
      },
    ];
  });
  const parts = [...stories, ...(given.parts ?? [])];
  const references = ['header', 'footer']
    .filter((type) => given[type as 'header' | 'footer'] !== undefined)
    .map((type) => `<w:${type}Reference w:type="default" r:id="r${type}"/>`)
    .join('');
  const page =
    '<w:pgSz w:w="12189" w:h="18709"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>';
  const document = `${HEAD}<w:document ${NAMESPACES}><w:body>${given.body}<w:sectPr>${references}${page}</w:sectPr></w:body></w:document>`;
  const overrides = parts
    .filter(({ type }) => type !== undefined)
    .map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('');
  const types = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${given.mainType ?? `${WORD}.document.main+xml`}"/>${overrides}</Types>`;
  const links = parts
    .flatMap(({ name, relation }) =>
      relation === undefined
        ? []
        : [
            `<Relationship Id="${relation.id}" Type="${RELATIONS}/${relation.type}" Target="/${name}"/>`,
          ],
    )
    .join('');
  return writeZip([
    deflated('[Content_Types].xml', types),
    deflated(
      '_rels/.rels',
      relationships(
        `<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`,
      ),
    ),
    deflated('word/document.xml', document),
    deflated('word/_rels/document.xml.rels', relationships(links)),
    ...parts.map(({ name, content }) => deflated(name, content)),
  ]);
}

function relationships(inner: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** A paragraph of one run; `look` is the XML of its properties. */
export function p(text: string, look = ''): string {
  return `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string, look = ''): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${safe}</w:t></w:r>`;
}

/** A table of rows of cells; a cell is text, or XML when it begins with `<`. */
export function table(...rows: readonly (readonly string[])[]): string {
  const width = rows[0]?.length ?? 1;
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${2000 * width}" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(width)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export const MAIN_PART = 'word/document.xml';

/** The bytes of one part as text. */
export function partOf(bytes: Uint8Array, part: string = MAIN_PART): string {
  const entry = openZip(bytes).entries.find(({ name }) => name === part);
  if (entry === undefined) throw new Error(`no part ${part}`);
  return unpack(entry).toString('utf8');
}

export function partNamesOf(bytes: Uint8Array): string[] {
  return openZip(bytes).entries.map(({ name }) => name);
}

/** The bytes of one part as they are. */
export function bytesOf(bytes: Uint8Array, part: string): Uint8Array {
  const entry = openZip(bytes).entries.find(({ name }) => name === part);
  if (entry === undefined) throw new Error(`no part ${part}`);
  return unpack(entry);
}

/**
 * The text that a reader sees: a line for each paragraph, a line feed for each break inside one, a tab for
 * each tab; cells of a row are joined by ` | `.
 */
export function textOf(bytes: Uint8Array, part: string = MAIN_PART): string {
  return linesOf(bytes, part).join('\n');
}

/** The same, one string for each paragraph or table row. */
export function linesOf(bytes: Uint8Array, part: string = MAIN_PART): string[] {
  const xml = partOf(bytes, part).replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '');
  const lines: string[] = [];
  const rows: string[][] = [];
  let text = '';
  let inText = false;
  const pieces = /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/g;
  const stack: string[] = [];
  for (const [, closing, name, , empty, letters] of xml.matchAll(pieces)) {
    if (letters !== undefined) {
      if (inText) text += decoded(letters);
      continue;
    }
    if (name === 'w:t' || name === 'a:t') inText = closing === '' && empty === '';
    else if (name === 'w:br') text += '\n';
    else if (name === 'w:tab' && !stack.includes('w:tabs') && stack.at(-1) !== 'w:tabs')
      text += '\t';
    else if (name === 'w:tabs' && empty === '') closing === '' ? stack.push(name) : stack.pop();
    else if (name === 'w:tr' && empty === '') {
      if (closing === '') rows.push([]);
      else lines.push((rows.pop() ?? []).join(' | '));
    } else if (name === 'w:p' || name === 'a:p') {
      if (closing === '' && empty === '') text = '';
      else {
        const row = rows.at(-1);
        if (row === undefined) lines.push(empty === '' ? text : '');
        else row.push(text);
        text = '';
      }
    }
  }
  return lines;
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/**
 * Cuts every run into runs of `size` letters, with the marks between them that Word leaves: spelling, page
 * breaks of the last print, revision numbers, bookmarks.
 */
export function splitAsWord(bytes: Uint8Array, size = 3): Uint8Array {
  let mark = 1000;
  const marks = [
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="spellEnd"/>',
    '',
    '<w:bookmarkStart w:id="ID" w:name="_GoBack"/><w:bookmarkEnd w:id="ID"/>',
  ];
  const cut = (xml: string): string =>
    xml.replace(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t(?: xml:space="preserve")?>([^<]+)<\/w:t><\/w:r>/g,
      (_, look: string, letters: string) => {
        const signs = letters.match(/&[^;]+;|[\s\S]/gu) ?? [];
        const pieces: string[] = [];
        for (let at = 0; at < signs.length; at += size)
          pieces.push(signs.slice(at, at + size).join(''));
        return pieces
          .map((piece, index) => {
            mark += 1;
            const between = (marks[index % marks.length] ?? '').replaceAll('ID', String(mark));
            const hint = index % 5 === 4 ? '<w:lastRenderedPageBreak/>' : '';
            return `${between}<w:r w:rsidR="00AB${1000 + index}" w:rsidRPr="00CD1234">${look}${hint}<w:t xml:space="preserve">${piece}</w:t></w:r>`;
          })
          .join('');
      },
    );
  const isStory = (name: string): boolean =>
    /^word\/(document|header|footer|footnotes)\d*\.xml$/.test(name);
  return writeZip(
    openZip(bytes).entries.map((entry) =>
      isStory(entry.name) ? deflated(entry.name, cut(unpack(entry).toString('utf8'))) : entry,
    ),
  );
}
