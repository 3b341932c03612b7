/** A sentence on top of a finished document, whatever its template says. */
import { deflated, writeZip } from '../../../office-package/write-zip.ts';
import { unpack } from '../../../office-package/zip-directory.ts';
import { openOfficeFile } from '../file/office-file.ts';
import { wordText } from '../values/text.ts';

export const withFirstLine = (document: Uint8Array, text: string): Uint8Array => {
  const { entries, mainPart } = openOfficeFile(document);
  return writeZip(
    [...entries.values()].map((entry) => {
      if (entry.name !== mainPart) return entry;
      const xml = unpack(entry).toString('utf8');
      return deflated(
        mainPart,
        xml.replace(/<w:body\b[^>]*>/, (body) => body + framed(text)),
      );
    }),
  );
};

/** In a frame, so that nobody overlooks it; formatted here, for an office's template has its own styles. */
const framed = (text: string): string => {
  const side = (name: string): string =>
    `<w:${name} w:val="single" w:sz="12" w:space="4" w:color="${alarm}"/>`;
  return (
    `<w:p><w:pPr><w:keepNext/><w:pBdr>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:pBdr>` +
    '<w:spacing w:before="0" w:after="160"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>' +
    `<w:r><w:rPr><w:b/><w:color w:val="${alarm}"/><w:sz w:val="22"/></w:rPr>` +
    `<w:t xml:space="preserve">${wordText(text)}</w:t></w:r></w:p>`
  );
};

const alarm = 'C00000';
