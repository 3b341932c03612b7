import type { Finding } from '../cases/request.ts';
import {
  formFields,
  headerOf,
  notedFields,
  type RequestField,
  staffHeaders,
} from '../columns/request-tab.ts';
import { type Cell, notCalculated } from '../sheet/snapshot.ts';
import type { RequestCells } from './read-answers.ts';

/** What a spreadsheet shows where a formula came to nothing, in Google and Excel, and while a value is still on its way. */
const error =
  /^(?:#(?:REF|VALUE|DIV\/0|NUM|NULL|ERROR|SPILL|CALC|FIELD|BLOCKED|CONNECT)!|#N\/A|#NAME\?|#GETTING_DATA|Loading\.\.\.)$/;

export const isBroken = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && (cell === notCalculated || error.test(cell.trim()));

/** What to do about it, as a whole sentence. */
export const brokenText = (header: string, cell: string): string =>
  cell === notCalculated
    ? `${header} berisi rumus yang belum dihitung. Buka dan simpan buku kerja dengan Excel atau LibreOffice, atau ketik isinya.`
    : `${header} menampilkan galat rumus "${cell.trim()}". Perbaiki rumusnya atau ketik isinya.`;

/** Fields of requesters and staff whose cell shows an error: it says nothing, whatever its letters look like. */
export const brokenFields = (cells: RequestCells): readonly RequestField[] =>
  [...formFields, ...notedFields].filter((field) => isBroken(cells[field]));

/** Such cells read as empty … */
export const withoutBroken = (
  cells: RequestCells,
  broken: readonly RequestField[],
): RequestCells => ({ ...cells, ...Object.fromEntries(broken.map((field) => [field, ''])) });

/** … and are asked about by what they show, once each, as gravely as if they were empty. */
export const askAboutBroken = (
  findings: readonly Finding[],
  { broken, cells }: { readonly broken: readonly RequestField[]; readonly cells: RequestCells },
): readonly Finding[] => {
  const headers = new Set(broken.map(headerOf));
  const asked = broken.map((field): Finding => {
    const header = headerOf(field);
    const isNeeded = findings.some((each) => each.field === header && each.kind === 'defect');
    return {
      kind: isNeeded ? 'defect' : staffHeaders.has(header) ? 'warning' : 'question',
      field: header,
      text: brokenText(header, String(cells[field])),
    };
  });
  return [...asked, ...findings.filter(({ field }) => field === undefined || !headers.has(field))];
};
