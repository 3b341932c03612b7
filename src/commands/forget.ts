import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type ConfigFile, readConfig } from '../config.ts';
import type { Ticket } from '../core/cases/ledger-state.ts';
import { notesToForget } from '../core/import/notes-to-forget.ts';
import { counted } from '../core/plan/counted.ts';
import { type ContactsToForget, contactsToForget } from '../core/rows/contacts-to-forget.ts';
import { locateRows } from '../core/rows/locate-rows.ts';
import { ServiceError } from '../errors.ts';
import { type ForgottenRows, forgetContacts } from '../ledger/forget-contacts.ts';
import { claimDeskAt, openDatabaseAt } from '../ledger/ledger-home.ts';
import { openDesk } from '../service/open-desk.ts';
import { look } from '../service/pass/look.ts';
import { runPass } from '../service/pass.ts';
import type { Answer, Circumstances } from './answer.ts';
import { keptElsewhere } from './forget-elsewhere.ts';

interface ForgetOptions {
  /** Absent: as many months ago as Pengaturan says. */
  readonly before?: Temporal.PlainDate;
  /** Somebody has seen what would be taken out. */
  readonly yes?: boolean;
}

/**
 * Takes addresses, telephone numbers and NIP of requesters out of the workbook, the ledger and the outbox, once their events
 * are long over. Without `yes` it only says what it would take out. Figures and documents stay.
 */
export const forget = async (at: Circumstances, options: ForgetOptions): Promise<Answer> => {
  const config = readConfig(at.config);
  const today = at.now.toZonedDateTimeISO(config.timeZone).toPlainDate();
  if (options.before && Temporal.PlainDate.compare(options.before, today) > 0)
    throw new NotOverYetError(options.before);
  const found = await inWorkbook(config, at, options);
  if ('refusals' in found)
    return {
      text: ['Nothing was taken out:', ...found.refusals.map((text) => `  ! ${text}`)].join('\n'),
      data: { refusals: found.refusals },
      exit: 1,
    };
  const { before, contacts, notes, left } = found;
  const { tickets, edits, talking } = contacts;
  const told = {
    before: before.toString(),
    tickets,
    cells: edits.length,
    notes,
    talking,
    keptElsewhere: keptElsewhere(config),
  };
  const kept = talkingLine(talking);
  const elsewhere = [
    '',
    'Not touched, and for people to see to:',
    ...keptElsewhere(config).map((each) => `  - ${each}`),
  ];
  if (tickets.length === 0)
    return {
      text: [`Nothing to take out of requests that ended before ${before}.`, ...kept].join('\n'),
      data: { ...told, done: false },
      exit: 0,
    };
  if (options.yes !== true)
    return {
      text: [
        `${counted(tickets.length, 'request')} ended before ${before}. Of these would be taken out, for good:`,
        `  - ${counted(edits.length, 'cell')} of Permohonan: Alamat email, Nomor Telepon, NIP Pemohon`,
        ...(notes === 0 ? [] : [`  - the same in ${counted(notes, 'cell')} of Catatan Impor`]),
        '  - the same in the messages, the history and the mails of these requests',
        ...kept,
        '',
        'Figures and documents stay. No pass before can be taken back afterwards ("undo"). Copy the desk first if you may need it: npx layanan-vicon backup',
        ...elsewhere,
        `To take it out: npx layanan-vicon forget --before ${before} --yes`,
      ].join('\n'),
      data: { ...told, done: false },
      exit: 1,
    };
  const rows = await inLedger(config, tickets);
  await showForgotten(config, at);
  const mails = inOutbox(config, tickets);
  const taken = takenWords({ ...rows, cells: edits.length + notes - left, files: mails });
  return {
    text: [
      taken === ''
        ? `Nothing was left to take out of ${counted(tickets.length, 'request')} that ended before ${before}.`
        : `Taken out of ${counted(tickets.length, 'request')} that ended before ${before}: ${taken}.`,
      ...kept,
      ...(left === 0
        ? []
        : [`${counted(left, 'cell')} of the workbook could not be written now; run it again.`]),
      ...elsewhere,
    ].join('\n'),
    data: { ...told, ...rows, files: mails, left, done: true },
    exit: left === 0 ? 0 : 1,
  };
};

/** What there was none of is not named. */
const takenWords = ({
  cells,
  messages,
  mails,
  history,
  files,
}: {
  readonly cells: number;
  readonly files: number;
} & Pick<ForgottenRows, 'messages' | 'mails' | 'history'>): string =>
  [
    cells > 0 && `${counted(cells, 'cell')} of the workbook`,
    messages > 0 && counted(messages, 'message'),
    mails > 0 && counted(mails, 'mail'),
    history > 0 && `${counted(history, 'line')} of the history`,
    files > 0 && `${counted(files, 'file')} of the outbox`,
  ]
    .filter((part) => part !== false)
    .join(', ');

type InWorkbook =
  | { readonly refusals: readonly string[] }
  | {
      readonly before: Temporal.PlainDate;
      readonly contacts: ContactsToForget;
      /** Cells of Catatan Impor that hold some, too. */
      readonly notes: number;
      /** Cells that somebody kept us from. */
      readonly left: number;
    };

/** A pass before, so that rows are known as they are; and one after, which knows them again without their addresses. */
const inWorkbook = async (
  config: ConfigFile,
  { now, progress }: Circumstances,
  { before: day, yes = false }: ForgetOptions,
): Promise<InWorkbook> => {
  const desk = await openDesk(config, { now, toWrite: yes, progress });
  try {
    if (yes) await runPass(desk, { now });
    const seen = await look(desk, { now });
    if (seen.kind === 'misread' || seen.refusals.length > 0)
      return { refusals: seen.refusals.map(({ text }) => text) };
    const { situation, observation, cases } = seen;
    const before =
      day ?? situation.today.subtract({ months: situation.desk.settings.contactMonths });
    const state = await desk.ledger.state();
    const contacts = contactsToForget(before, {
      cases,
      observation,
      messages: state.messages,
      timeZone: config.timeZone,
    });
    const gone = new Set(contacts.tickets);
    const over = observation.rows.flatMap(({ ticket, cells }) =>
      gone.has(ticket) ? [String(cells.importSource ?? '')] : [],
    );
    const notes = notesToForget(seen.snapshot, new Set(over.filter((source) => source !== '')));
    const edits = [...contacts.edits, ...notes];
    if (!yes || edits.length === 0) return { before, contacts, notes: notes.length, left: 0 };
    progress(`Writing ${counted(edits.length, 'cell')}`);
    const outcomes = await desk.workbook.write(edits, locateRows(state, state));
    await runPass(desk, { now });
    return {
      before,
      contacts,
      notes: notes.length,
      left: outcomes.filter((outcome) => outcome !== 'written').length,
    };
  } finally {
    await desk.close();
  }
};

const inLedger = async (config: ConfigFile, tickets: readonly Ticket[]): Promise<ForgottenRows> => {
  const claim = await claimDeskAt(config.ledger);
  try {
    const database = await openDatabaseAt(config.ledger, { claim });
    try {
      return await forgetContacts(database, tickets);
    } finally {
      await database.close();
    }
  } finally {
    await claim.release();
  }
};

/** What Pesan shows of an address goes with it. */
const showForgotten = async (
  config: ConfigFile,
  { now, progress }: Circumstances,
): Promise<void> => {
  const desk = await openDesk(config, { now, toWrite: true, progress });
  try {
    await runPass(desk, { now });
  } finally {
    await desk.close();
  }
};

/** Mails of these requests alone bear their ticket in the file's name. */
const inOutbox = ({ messages }: ConfigFile, tickets: readonly Ticket[]): number => {
  if (messages.by !== 'outbox') return 0;
  const files = filesIn(messages.outbox).filter((name) =>
    tickets.some((ticket) => name.split('.').includes(ticket)),
  );
  for (const name of files) rmSync(join(messages.outbox, name));
  return files.length;
};

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // No mail has left yet.
    return [];
  }
};

const talkingLine = (talking: readonly Ticket[]): readonly string[] =>
  talking.length === 0
    ? []
    : [`  Left as it is, because messages about it are under way: ${talking.join(', ')}`];

/** Whoever's event is still to come has to be reached. */
class NotOverYetError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(before: Temporal.PlainDate) {
    super({
      what: `${before} lies ahead: contacts are taken out of events that are over.`,
      todo: 'Name a day that has come with --before; nothing was taken out.',
    });
  }
}
