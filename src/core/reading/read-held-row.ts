/** Reading a row so that no error of a reader reaches beyond it. */

import { codeOf } from '../cases/failures.ts';
import type { Answers, Request, StaffFacts } from '../cases/request.ts';
import type { Failure } from '../cases/situation.ts';
import { headerOf } from '../columns/request-tab.ts';
import { type RowToRead, readRequest } from './read-request.ts';

export type ReadRow = (row: RowToRead) => Request;

export interface RowRead {
  readonly request: Request;
  /** Absent where the row was read as it stands. */
  readonly failure?: Failure;
}

/** The row as a request. Columns over which a reader throws are left out and named; the rest is read. */
export const readHeldRow = (row: RowToRead, read: ReadRow = readRequest): RowRead => {
  try {
    return { request: read(row) };
  } catch (error) {
    const { request, left } = readWithout(row, read);
    const headers = left.map(headerOf);
    return {
      request: withoutWord(request, headers),
      failure: { kind: 'reading', headers, code: codeOf(error) },
    };
  }
};

type ReadField = keyof RowToRead['cells'];

/** Adds one column after the other to an empty row, and leaves out those that it cannot be read with. */
const readWithout = (
  row: RowToRead,
  read: ReadRow,
): { readonly request: Request; readonly left: readonly ReadField[] } => {
  const left: ReadField[] = [];
  let cells: RowToRead['cells'] = {};
  let request = unread(row.row);
  try {
    request = read({ ...row, cells });
  } catch {
    return { request, left };
  }
  for (const field of Object.keys(row.cells) as ReadField[]) {
    const more = { ...cells, [field]: row.cells[field] };
    try {
      request = read({ ...row, cells: more });
      cells = more;
    } catch {
      left.push(field);
    }
  }
  return { request, left };
};

/** What was not read is not missing, and how confidential it is nobody knows. */
const withoutWord = (request: Request, headers: readonly string[]): Request => ({
  ...request,
  answers: {
    ...request.answers,
    ...(headers.includes(sensitivityHeader) && { sensitivity: 'rahasia' }),
  },
  findings: request.findings.filter(({ field }) => field === undefined || !headers.includes(field)),
});

const sensitivityHeader = headerOf('sensitivity');

export const noStaffFacts: StaffFacts = {
  networkOfficers: [],
  shortageMet: false,
  waitingForRequester: false,
  placeChecked: false,
  equipmentOnSite: false,
  systemTested: false,
  participantsConfigured: false,
  platformSet: false,
  contentReady: false,
  confirmed: { kind: 'none' },
  recordingResult: { kind: 'unknown' },
};

/** Nothing answered; how confidential it is nobody knows. */
export const noAnswers: Answers = {
  hostedElsewhere: false,
  platform: '',
  equipment: [],
  recording: false,
  streaming: false,
  sensitivity: 'rahasia',
};

/** A row of which nothing at all can be read. */
const unread = (row: number): Request => ({
  row,
  answers: noAnswers,
  staff: noStaffFacts,
  findings: [],
});
