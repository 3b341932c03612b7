/** What an office comes to, to be held against its twin that had no trouble. */
import type { Office } from './office.ts';

export const stateOf = async (office: Office) => {
  const { tickets, written, moments, lastNumber, documents } = await office.ledgerState();
  return {
    book: office.book(),
    documents: office.documents(),
    tickets: [...tickets.values()].sort(byTicket),
    lastNumber,
    written: [...written]
      .sort(byFirst)
      .map(([ticket, cells]) => [ticket, [...cells].sort(byFirst)]),
    moments: [...moments].sort(byFirst),
    remembered: [...documents.values()]
      .map(({ key, fingerprint, edition }) => `${key} ${edition} ${fingerprint}`)
      .sort(),
  };
};

const byTicket = (a: { readonly ticket: string }, b: { readonly ticket: string }): number =>
  a.ticket < b.ticket ? -1 : 1;
const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
