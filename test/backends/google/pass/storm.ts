/**
 * A storm: requesters and staff work in the sheet, calls fail, the service is killed, in any order; when it is over,
 * two passes must have put everything in order.
 *
 * A storm is a plain list of actions, so that a bad one can be shrunk, printed and played again. What people did is
 * played a second time in a world without the service: there stands what must have become of their cells.
 */
import fc from 'fast-check';
import { type RequestField, requestTab } from '../../../../src/core/columns/request-tab.ts';
import { locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import type { Cell } from '../../../../src/core/sheet/snapshot.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import type { GoogleDouble } from '../../../google-double/google-double.ts';
import {
  bookOf,
  foreignCells,
  formFields,
  type RequestRow,
  requestRows,
  requestTabOf,
  serviceFields,
  sharedFields,
} from './book.ts';
import type { Death } from './doomed.ts';
import {
  anOffice,
  anOfficeWorld,
  type Ended,
  type Moment,
  type Office,
  ordinaryAnswers,
  sheetId,
} from './office.ts';

/** What one person does. Rows, columns and responses are meant modulo how many there are. */
export type Deed =
  | { readonly do: 'submit'; readonly who: number; readonly day: number; readonly hour: number }
  | { readonly do: 'edit response'; readonly response: number }
  | { readonly do: 'type by hand'; readonly day: number }
  | {
      readonly do: 'type';
      readonly row: number;
      readonly field: RequestField;
      readonly text: string;
    }
  | { readonly do: 'sort'; readonly by: RequestField; readonly descending: boolean }
  | { readonly do: 'insert row' | 'delete row' | 'insert column'; readonly at: number }
  | { readonly do: 'move column'; readonly at: number; readonly to: number }
  | { readonly do: 'rename header' };

export type Trouble =
  | 'none'
  | 'some calls fail'
  | 'many calls fail'
  | 'no network'
  | 'slow down'
  | 'answers of writes are lost';

export type Action =
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'restart' }
  | {
      readonly kind: 'pass';
      readonly trouble: Trouble;
      readonly death?: Death;
      readonly meanwhile: readonly { readonly at: Moment; readonly deed: Deed }[];
    };

export const invariants = {
  I1: 'no cell of staff or form is ever changed',
  I2: 'one ticket a request, for ever',
  I3: 'at most one file a document',
  I4: "our cells belong to their row's ticket, and staff's choices stand",
  I5: 'no officer is booked twice by the service',
  I6: 'two passes after the last fault, everything agrees',
  I7: 'every repair is in the log',
  I8: 'the quota is never exceeded',
} as const;

export type Invariant = keyof typeof invariants;

/** What was broken, and how. */
export type Breach = readonly [Invariant, string];

const choices: readonly (readonly [RequestField, readonly string[]])[] = [
  ['coordination', ['sudah dihubungi', 'belum']],
  ['networkOfficers', ['Dedi', 'Rusli']],
  ['place', ['Aula', 'Ruang Rapat']],
  ['confirmed', ['24/11/2026 09.00']],
  ['state', ['Dibatalkan', '']],
  ['officers', ['Petugas Luar', '']],
  ['reserved', ['dipinjam staf', '']],
  ['remarks', ['jangan lupa', '']],
  ['serviceTime', ['coretan', '']],
  ['ticket', ['', 'VC-2026-0001', 'lihat surat']],
];

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      who: fc.nat({ max: 2 }),
      day: fc.integer({ min: 2, max: 4 }),
      hour: fc.integer({ min: 8, max: 11 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit response' as const),
      response: fc.nat({ max: 7 }),
    }),
  },
  fc.record({ do: fc.constant('type by hand' as const), day: fc.integer({ min: 2, max: 4 }) }),
  {
    weight: 4,
    arbitrary: fc.constantFrom(...choices).chain(([field, texts]) =>
      fc.record({
        do: fc.constant('type' as const),
        row: fc.nat({ max: 7 }),
        field: fc.constant(field),
        text: fc.constantFrom(...texts),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sort' as const),
      by: fc.constantFrom('event' as const, 'submittedAt' as const, 'startTime' as const),
      descending: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('insert row' as const, 'delete row' as const, 'insert column' as const),
      at: fc.nat({ max: 60 }),
    }),
  },
  fc.record({
    do: fc.constant('move column' as const),
    at: fc.nat({ max: 60 }),
    to: fc.nat({ max: 60 }),
  }),
  fc.record({ do: fc.constant('rename header' as const) }),
);

/** One deed between two calls at most: what is filled and moved between look and write nobody can give back. */
const anyMeanwhile = fc.uniqueArray(
  fc.record({
    at: fc.record({
      when: fc.constant('before' as const),
      call: fc.constantFrom('look' as const, 'write' as const, 'write' as const),
      nth: fc.integer({ min: 1, max: 2 }),
    }),
    deed: anyDeed,
  }),
  { maxLength: 2, selector: ({ at }) => `${at.call} ${at.nth}` },
);

const anyDeath: fc.Arbitrary<Death> = fc.record({
  effect: fc.integer({ min: 1, max: 14 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deed' as const), deed: anyDeed }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        trouble: fc.constantFrom<Trouble[]>(
          'none',
          'none',
          'none',
          'some calls fail',
          'many calls fail',
          'no network',
          'slow down',
          'answers of writes are lost',
        ),
        death: fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: anyDeath },
        ),
        meanwhile: anyMeanwhile,
      })
      .map(({ trouble, death, meanwhile }) => ({
        kind: 'pass' as const,
        trouble,
        meanwhile,
        ...(death !== undefined && { death }),
      })),
  },
);

export const anyStorm: fc.Arbitrary<readonly Action[]> = fc.array(anyAction, {
  minLength: 4,
  maxLength: 16,
  size: 'max',
});

const faultsOf = (trouble: Trouble): readonly FaultRule[] => {
  const failing = (share: number): readonly FaultRule[] =>
    (['before', 'after'] as const).flatMap((when): readonly FaultRule[] => [
      { share, fault: { kind: 'refuse', when, status: 503 } },
      { share, fault: { kind: 'cut', when } },
    ]);
  switch (trouble) {
    case 'none':
      return [];
    case 'some calls fail':
      return failing(0.04);
    case 'many calls fail':
      return failing(0.15);
    case 'no network':
      return [{ fault: { kind: 'cut' } }];
    case 'slow down':
      return [{ share: 0.3, fault: { kind: 'refuse', status: 429, retryAfter: 5 } }];
    case 'answers of writes are lost':
      return [
        {
          on: { id: 'sheets.spreadsheets.batchUpdate' },
          share: 0.6,
          fault: { kind: 'cut', when: 'after' },
        },
      ];
  }
};

/** A world in which people do things, with what they remember of them. */
interface Scene {
  readonly double: GoogleDouble;
  readonly formId: string;
  /** Response ids with the events that they are about. */
  readonly responses: { readonly id: string; readonly event: string }[];
  count: number;
}

const ownHeader = 'Status';
const otherHeader = 'Catatan Pak Budi';

/** Plays a deed in one world; the same deeds in the same order lead to the same rows in another. */
const play = ({ double, formId, responses, ...scene }: Scene, deed: Deed): number => {
  const { people, world } = double;
  const tab = requestTabOf(bookOf(world, sheetId));
  const { headerRow, indexOf } = locateColumns(tab, requestTab);
  const name = tab.name;
  const body = tab.rows.length - headerRow - 1;
  const width = tab.rows[headerRow]?.length ?? 1;
  const here = { spreadsheetId: sheetId, tab: name };
  const type = (row: number, field: RequestField, text: string): void => {
    const column = indexOf.get(field);
    if (column === undefined) return;
    const range = `'${name}'!${letters(column)}${headerRow + 2 + row}`;
    people.typeCells({ spreadsheetId: sheetId, range, rows: [[text]] });
  };
  const count = scene.count + 1;
  switch (deed.do) {
    case 'submit':
      responses.push({
        event: `Rapat ${count}`,
        id: people.submitResponse({
          formId,
          email: `p${deed.who}@x.test`,
          answers: {
            ...ordinaryAnswers,
            'Nama Kegiatan': `Rapat ${count}`,
            'Tanggal Mulai': `0${deed.day}/12/2026`,
            'Jam Mulai': `${deed.hour}.00`,
            'Jam Selesai': `${deed.hour + 2}.00`,
          },
        }),
      });
      break;
    case 'edit response': {
      const response = responses[deed.response % Math.max(1, responses.length)];
      if (response === undefined) break;
      people.editResponse({
        formId,
        responseId: response.id,
        answers: { 'Tempat Kegiatan': `Ruang ${count}` },
      });
      break;
    }
    case 'type by hand':
      for (const [field, text] of [
        ['requesterName', 'Sri'],
        ['institution', 'Dinkes'],
        ['event', `Rapat ${count}`],
        ['startDay', `0${deed.day}/12/2026`],
        ['startTime', '13.00'],
      ] as const) {
        type(body, field, text);
      }
      break;
    case 'type':
      if (body > 0 && !isBlank(requestRows({ tabs: [tab] })[deed.row % body])) {
        type(deed.row % body, deed.field, deed.text);
      }
      break;
    case 'sort':
      if (body > 0) {
        people.sortRows({
          spreadsheetId: sheetId,
          range: `'${name}'!A${headerRow + 2}:${letters(width - 1)}${headerRow + 1 + body}`,
          columns: [{ column: indexOf.get(deed.by) ?? 0, descending: deed.descending }],
        });
      }
      break;
    case 'insert row':
    case 'delete row':
      if (body > 0) {
        const at = headerRow + 1 + (deed.at % body);
        const lines = { ...here, dimension: 'ROWS', at } as const;
        if (deed.do === 'insert row') people.insertLines(lines);
        else people.deleteLines(lines);
      }
      break;
    case 'insert column':
      people.insertLines({ ...here, dimension: 'COLUMNS', at: deed.at % width });
      break;
    case 'move column':
      people.moveLines({ ...here, dimension: 'COLUMNS', at: deed.at % width, to: deed.to % width });
      break;
    case 'rename header': {
      const isRenamed = tab.rows[headerRow]?.includes(otherHeader) === true;
      const [from, to] = isRenamed ? [otherHeader, ownHeader] : [ownHeader, otherHeader];
      people.renameHeader({ ...here, from, to });
      break;
    }
  }
  return count;
};

const isBlank = (row: RequestRow | undefined): boolean =>
  row === undefined || formFields.every((field) => row[field] === '');

const eventOf = (scene: Scene | undefined, response: number): string =>
  scene?.responses[response % Math.max(1, scene.responses.length)]?.event ?? '';

const movesThings = ({ do: name }: Deed): boolean =>
  !['submit', 'edit response', 'type', 'type by hand'].includes(name);

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** Plays a storm, lets two passes go by in peace, and says what is broken then. */
export const breachesOf = async (
  storm: readonly Action[],
  seed = 1,
): Promise<readonly Breach[]> => {
  const office = await anOffice({ seed });
  try {
    return await playStorm(office, storm);
  } finally {
    await office.remove();
  }
};

const playStorm = async (office: Office, storm: readonly Action[]): Promise<readonly Breach[]> => {
  const alone = await anOfficeWorld(office.clock);
  const scenes: readonly Scene[] = [office, alone].map(({ double, formId }) => ({
    double,
    formId,
    responses: [],
    count: 0,
  }));
  /** Requests in whose ticket cell something else stands: with that, nothing of an edited one tells its ticket. */
  const unsettled = new Set<Cell>();
  const breaches: Breach[] = [];
  const ticketOf = new Map<Cell, Cell>();
  let isCutOff = false;

  const does = (deed: Deed): void => {
    // What fell beside its row is looked for where it fell; whoever is killed there and finds it moved on, does not.
    if (isCutOff && movesThings(deed)) return;
    if (deed.do === 'type' && deed.field === 'ticket') {
      // A ticket in the sheet beside an empty ledger means that the ledger was lost; that is another story.
      if (ticketOf.size === 0) return;
      const rows = office.rows();
      unsettled.add(rows[deed.row % Math.max(1, rows.length)]?.event ?? '');
    }
    if (deed.do === 'edit response' && unsettled.has(eventOf(scenes[0], deed.response))) return;
    for (const scene of scenes) scene.count = play(scene, deed);
  };
  const passes = async (action?: Extract<Action, { readonly kind: 'pass' }>): Promise<Ended> => {
    office.setClock(office.clock() + 300_000);
    for (const fault of faultsOf(action?.trouble ?? 'none')) office.double.faults.add(fault);
    // Our value goes over what is typed into its cell between look and write: Sheets has no condition against that.
    const isLost = ({ at, deed }: { readonly at: Moment; readonly deed: Deed }): boolean =>
      at.call === 'write' && deed.do === 'type' && sharedFields.includes(deed.field);
    const deeds = (action?.meanwhile ?? []).filter((each) => !isLost(each));
    const meanwhile = deeds.map(({ at, deed }) => ({
      at,
      deed: () => does(deed),
    }));
    office.double.traffic.reset();
    const ended = await office.pass({ meanwhile, ...(action?.death && { death: action.death }) });
    office.double.faults.clear();
    isCutOff = ended.kind !== 'done';
    if (ended.kind === 'done') breaches.push(...(await unloggedRepairs(office, action)));
    if (ended.kind === 'failed' && Reflect.get(Object(ended.error), 'code') === undefined)
      throw ended.error;
    return ended;
  };

  for (const action of storm) {
    office.setClock(office.clock() + 20_000);
    if (action.kind === 'deed') does(action.deed);
    else if (action.kind === 'restart') await office.stop();
    else {
      const ended = await passes(action);
      const isPlain = action.meanwhile.length === 0 && ended.kind === 'done';
      if (
        isPlain &&
        ended.report.look.refusals.length === 0 &&
        ended.report.cells.overtaken === 0
      ) {
        unsettled.clear();
        breaches.push(...changedTickets(office.rows(), ticketOf));
      }
    }
  }
  if (requestTabOf(office.book()).rows[0]?.includes(otherHeader)) {
    isCutOff = false;
    does({ do: 'rename header' });
  }

  await passes();
  await passes();
  const last = await passes();
  if (last.kind !== 'done' || !last.report.idle) {
    breaches.push([
      'I6',
      last.kind === 'done'
        ? JSON.stringify(last.report.look.plan.cells.concat()) + last.says
        : JSON.stringify(last),
    ]);
  }
  breaches.push(
    ...changedTickets(office.rows(), ticketOf),
    ...(await atRest(office, alone.double)),
  );
  if (office.double.quota.refused > 0)
    breaches.push(['I8', `${office.double.quota.refused} refused`]);
  return breaches;
};

const changedTickets = (
  rows: readonly RequestRow[],
  ticketOf: Map<Cell, Cell>,
): readonly Breach[] =>
  rows.flatMap(({ event, ticket }): readonly Breach[] => {
    if (event === '') return [];
    const before = ticketOf.get(event) ?? ticket;
    ticketOf.set(event, ticket);
    return before === ticket ? [] : [['I2', `${event} had ${before} and has ${ticket}`]];
  });

/** Whoever writes twice in a pass without trouble has put something right, and says so. */
const unloggedRepairs = async (
  office: Office,
  action: Extract<Action, { readonly kind: 'pass' }> | undefined,
): Promise<readonly Breach[]> => {
  const writes = office.double.traffic.count({
    id: 'sheets.spreadsheets.batchUpdate',
    status: 200,
  });
  if (writes < 2 || (action?.trouble ?? 'none') !== 'none') return [];
  const history = await office.history();
  const pass = history.at(-1)?.pass;
  return history.some((line) => line.kind === 'repair' && line.pass === pass)
    ? []
    : [['I7', `${writes} writes and no repair in the log`]];
};

const atRest = async (office: Office, alone: GoogleDouble): Promise<readonly Breach[]> => {
  const breaches: Breach[] = [];
  const theirs = foreignCells(bookOf(alone.world, sheetId));
  const now = foreignCells(office.book());
  if (JSON.stringify(now) !== JSON.stringify(theirs)) {
    breaches.push(['I1', firstDifference(now, theirs)]);
  }
  const rows = office.rows();
  const asTyped = requestRows(bookOf(alone.world, sheetId));
  const { written, tickets } = await office.ledgerState();

  const filled = rows.filter((row) => !isBlank(row));
  const given = filled.map(({ ticket }) => ticket);
  if (new Set(given).size !== given.length) breaches.push(['I2', given.join(' ')]);
  const active = [...tickets.values()].filter(({ state }) => state === 'active');
  if (active.length !== given.length) {
    breaches.push(['I2', `${given.length} requests, ${active.length} tickets at work`]);
  }
  const keys = office.documents().map((line) => line.split(' | ')[0]);
  if (new Set(keys).size !== keys.length) breaches.push(['I3', keys.join(' ')]);

  rows.forEach((row, index) => {
    const ledger = written.get(String(row.ticket));
    const expect = (field: RequestField, wanted: Cell): void => {
      if (row[field] === wanted) return;
      breaches.push([
        'I4',
        `row ${index + 2} ${row.event} ${field}: "${row[field]}" for "${wanted}"`,
      ]);
    };
    for (const field of serviceFields)
      expect(field, isBlank(row) ? '' : (ledger?.get(field)?.written ?? ''));
    for (const field of sharedFields) {
      const choice = asTyped[index]?.[field] ?? '';
      expect(field, choice !== '' || isBlank(row) ? choice : (ledger?.get(field)?.written ?? ''));
    }
  });
  breaches.push(
    ...doubleBookings(
      filled,
      asTyped.filter((row) => !isBlank(row)),
    ),
  );
  return breaches;
};

/** Events at the same time whose officers we proposed share no person, helpers for the time being aside. */
const doubleBookings = (
  rows: readonly RequestRow[],
  asTyped: readonly RequestRow[],
): readonly Breach[] => {
  const ours = rows.filter((_, index) => {
    const typed = asTyped[index];
    return typed?.officers === '' && typed.state === '';
  });
  return ours.flatMap((one, index) =>
    ours.slice(index + 1).flatMap((other): readonly Breach[] => {
      if (one.startDay !== other.startDay || one.startTime !== other.startTime) return [];
      const names = (row: RequestRow): readonly string[] =>
        String(row.officers)
          .split('\n')
          .filter((line) => line !== '' && !line.includes('(sementara)'));
      const both = names(one).filter((each) => names(other).includes(each));
      return both.length === 0 ? [] : [['I5', `${both.join(', ')}: ${one.event}, ${other.event}`]];
    }),
  );
};

const firstDifference = (now: ReturnType<typeof foreignCells>, theirs: typeof now): string => {
  for (const [index, tab] of theirs.tabs.entries()) {
    const other = now.tabs[index];
    for (let row = 0; row < Math.max(tab.rows.length, other?.rows.length ?? 0); row += 1) {
      const [a, b] = [JSON.stringify(other?.rows[row] ?? []), JSON.stringify(tab.rows[row] ?? [])];
      if (a !== b) return `${tab.name} row ${row + 1}: ${a} for ${b}`;
    }
  }
  return 'other tabs';
};
