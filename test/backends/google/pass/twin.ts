/** What an office comes to, to be held against its twin that had no trouble. */
import type { WrittenValue } from '../../../../src/core/sheet/three-way.ts';
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
      .map(([ticket, cells]) => [
        ticket,
        [...cells].map(([field, value]) => [field, led(office, value)] as const).sort(byFirst),
      ]),
    moments: [...moments].sort(byFirst),
    remembered: [...documents.values()]
      .map(({ key, fingerprint, edition }) => `${key} ${edition} ${fingerprint}`)
      .sort(),
  };
};

/** A run that was killed takes other ids than its twin: what counts is the file that a link leads to. */
const led = (office: Office, { link, ...value }: WrittenValue): WrittenValue => {
  const id = /\/d\/([^/]+)/.exec(link ?? '')?.[1] ?? '';
  return {
    ...value,
    ...(link !== undefined && { link: office.double.world.files.get(id)?.name ?? link }),
  };
};

const byTicket = (a: { readonly ticket: string }, b: { readonly ticket: string }): number =>
  a.ticket < b.ticket ? -1 : 1;
const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
