import { readConfig } from '../config.ts';
import { momentIn, tellLife } from '../core/plan/tell-life.ts';
import { ServiceError } from '../errors.ts';
import type { HistoryEntry } from '../ledger/ledger.ts';
import { openDesk } from '../service/open-desk.ts';
import type { Answer, Circumstances } from './answer.ts';
import { fromHere } from './summary.ts';

/** So many passes are listed. */
const latestPasses = 20;

/** A ticket's life in sentences, or the latest passes; reads the ledger alone. */
export const history = async (
  { config: file, now }: Circumstances,
  { ticket }: { readonly ticket?: string },
): Promise<Answer> => {
  const config = readConfig(file);
  const desk = await openDesk(config, { now, toWrite: false });
  try {
    if (ticket === undefined) {
      const ends = await desk.ledger.history({ kind: 'pass', last: latestPasses });
      return passesTold(ends, config.timeZone);
    }
    const known = await desk.ledger.state();
    const name = ticket.toUpperCase();
    if (!known.tickets.has(name)) throw new UnknownTicketError(ticket);
    const lines = tellLife(name, {
      history: await desk.ledger.history({ ticket: name }),
      ledger: known,
      timeZone: config.timeZone,
    });
    return {
      text: [
        `${name}, in ${fromHere(desk.workbook.place)}`,
        ...lines.map(({ at, text }) => `${momentIn(at, config.timeZone)}  ${text}`),
      ].join('\n'),
      data: {
        ticket: name,
        lines: lines.map(({ at, ...line }) => ({ at: at.toString(), ...line })),
      },
      exit: 0,
    };
  } finally {
    await desk.close();
  }
};

const passesTold = (ends: readonly HistoryEntry[], timeZone: string): Answer => ({
  text:
    ends.length === 0
      ? 'No pass has written anything yet.'
      : [
          'The latest passes that did something, newest last, each with its name for "undo --pass":',
          ...ends.map(({ at, pass, because }) => `${momentIn(at, timeZone)}  ${pass}  ${because}`),
        ].join('\n'),
  data: {
    passes: ends.map(({ at, pass, because }) => ({ at: at.toString(), pass, because })),
  },
  exit: 0,
});

/** The ledger has given no such ticket. */
class UnknownTicketError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(ticket: string) {
    super({
      what: `There is no ticket "${ticket}" in this desk.`,
      todo: 'Look into the column Nomor Tiket of the workbook; a ticket looks like VC-2026-0123.',
    });
  }
}
