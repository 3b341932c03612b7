import { type RequestField, requestTab } from '../columns.ts';
import type { Finding } from '../request.ts';
import { headerOf } from './notes.ts';
import type { RequestCells } from './read-answers.ts';

/** What a spreadsheet shows where a formula came to nothing, in Google and Excel, and while a value is still on its way. */
const error =
  /^(?:#(?:REF|VALUE|DIV\/0|NUM|NULL|ERROR|SPILL|CALC|FIELD|BLOCKED|CONNECT)!|#N\/A|#NAME\?|#GETTING_DATA|Loading\.\.\.)$/;

/** Fields of requesters and staff whose cell shows an error: it says nothing, whatever its letters look like. */
export const brokenFields = (cells: RequestCells): readonly RequestField[] =>
  requestTab.columns.flatMap(({ field, owner }) => {
    const cell = cells[field];
    const isTyped = owner === 'form' || owner === 'staff';
    return isTyped && typeof cell === 'string' && error.test(cell.trim()) ? [field] : [];
  });

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
    const isOfStaff = requestTab.columns.some(
      (column) => column.field === field && column.owner === 'staff',
    );
    return {
      kind: isNeeded ? 'defect' : isOfStaff ? 'warning' : 'question',
      field: header,
      text: `${header} menampilkan galat rumus "${String(cells[field]).trim()}". Perbaiki rumusnya atau ketik isinya.`,
    };
  });
  return [...asked, ...findings.filter(({ field }) => field === undefined || !headers.has(field))];
};
