/**
 * Ten public reports of what went wrong when programs worked on Google's sheets, forms and files, played against this one:
 * an office on the stand-in, the commands as processes of their own. `src/backends/google/BELIEFS.md` tells what came of each.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { readPhone } from '../../src/core/reading/read-phone.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import {
  bookOf,
  type RequestRow,
  requestRows,
  requestTabOf,
} from '../../test/backends/google/pass/book.ts';
import { anOfficeWorld, ordinaryAnswers, sheetId } from '../../test/backends/google/pass/office.ts';
import { buildCommandLine, type CommandLine, type Ended } from '../../test/support/command-line.ts';
import { writeGoogleDesk } from '../../test/support/google-desk-files.ts';

const now = '2026-11-24T08:30:00+08:00';
const tab = requestTab.name;

/** An office with the program beside it. */
const anOffice = async (cli: CommandLine) => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-report-'));
  const { double, formId } = await anOfficeWorld(() => Date.parse(now));
  const listening = await double.listen(0);
  const config = writeGoogleDesk(dir, { spreadsheet: sheetId, endpoint: listening.url });
  const start = (command: string) => cli.start([command, '--config', config, '--now', now]);
  return {
    double,
    people: double.people,
    dir,
    cli,
    start,
    run: (): Promise<Ended> => start('run').ended(),
    doctor: (): Promise<Ended> => start('doctor').ended(),
    ask: (event: string, more: Readonly<Record<string, string>> = {}): string =>
      double.people.submitResponse({
        formId,
        email: 'pemohon@bappeda.test',
        answers: { ...ordinaryAnswers, 'Nama Kegiatan': event, ...more },
      }),
    rows: (): readonly RequestRow[] =>
      requestRows(bookOf(double.world, sheetId)).filter(({ event }) => event !== ''),
    sheet: () => {
      const sheet = double.world.spreadsheets
        .get(sheetId)
        ?.sheets.find(({ properties }) => properties.title === tab);
      if (!sheet) throw new Error('The tab of requests is not there.');
      return sheet;
    },
    column: (header: string): number => {
      const { indexOf } = locateColumns(requestTabOf(bookOf(double.world, sheetId)), requestTab);
      const field = requestTab.columns.find((each) => each.header === header)?.field;
      return field === undefined ? -1 : (indexOf.get(field) ?? -1);
    },
    batch: async (...requests: object[]): Promise<void> => {
      const url = `${listening.url}/v4/spreadsheets/${sheetId}:batchUpdate`;
      const headers = { authorization: 'Bearer staf', 'content-type': 'application/json' };
      const body = JSON.stringify({ requests });
      const answer = await fetch(url, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    documents: () =>
      [...double.world.files.values()].filter(
        ({ content, trashed }) => content !== undefined && !trashed,
      ),
    close: async (): Promise<void> => {
      await listening.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

type ReportedOffice = Awaited<ReturnType<typeof anOffice>>;

interface Report {
  readonly where: string;
  readonly what: string;
  /** What came of it here; throws where it came true. */
  play(office: ReportedOffice): Promise<string>;
}

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Every row has a ticket of its own, and the state of its own event. */
const mustBeTicketed = (rows: readonly RequestRow[], count: number): void => {
  const tickets = rows.map(({ ticket }) => String(ticket));
  must(rows.length === count, `${rows.length} rows instead of ${count}`);
  must(
    new Set(tickets).size === count && tickets.every((each) => each.startsWith('VC-')),
    `tickets: ${tickets.join(', ')}`,
  );
};

const reports: readonly Report[] = [
  {
    where: 'getodk/collect #4415',
    what: 'days and months change places in a sheet of another locale',
    play: async ({ double, ask, run, doctor }) => {
      Object.assign(double.world.spreadsheets.get(sheetId)?.properties ?? {}, { locale: 'en_US' });
      ask('Rapat Februari', { 'Tanggal Mulai': '01/02/2027' });
      const told = await doctor();
      const { out, err } = await run();
      must(/locale is "en_US"/.test(told.out), `doctor said nothing: ${told.out}`);
      must(/"en_US"/.test(`${out}${err}`), `the pass said nothing: ${out}${err}`);
      return 'the pass says so, and doctor says what to click';
    },
  },
  {
    where: 'daniel-hauser/moneyman #496',
    what: 'rows are there twice after a 503 that had taken effect',
    play: async ({ double, ask, run, rows }) => {
      const fault = { kind: 'refuse', status: 503, when: 'after' } as const;
      double.faults.add({ on: { id: 'sheets.spreadsheets.batchUpdate' }, fault, times: 1 });
      for (const event of ['Satu', 'Dua', 'Tiga']) ask(event);
      await run();
      const first = rows().map(({ ticket }) => ticket);
      await run();
      mustBeTicketed(rows(), 3);
      must(
        JSON.stringify(first) === JSON.stringify(rows().map(({ ticket }) => ticket)),
        'tickets changed',
      );
      return 'written once; the next pass finds nothing to do';
    },
  },
  {
    where: 'getredash/redash #7085',
    what: 'leading zeros of telephone numbers and codes are lost',
    play: async ({ ask, run, rows }) => {
      ask('007', { 'Nomor Telepon / WhatsApp': '081234567890' });
      await run();
      const [row] = rows();
      must(row?.phone === 81_234_567_890, `the cell reads ${String(row?.phone)}`);
      const understood = readPhone(row?.phone);
      must(
        understood.kind === 'read' && understood.value.endsWith('6281234567890'),
        `it is understood as ${JSON.stringify(understood)}`,
      );
      must(!/telepon/i.test(String(row?.remarks)), `it is asked about: ${String(row?.remarks)}`);
      return 'the form leaves a number without its zero, which is read with it; an event named 007 is 7 before anybody reads it';
    },
  },
  {
    where: 'theoephraim/node-google-spreadsheet #321',
    what: 'with a filter on, what a program writes lands on another row',
    play: async ({ ask, run, rows, batch, sheet, column }) => {
      ask('Satu');
      ask('Dua');
      await run();
      const range = { sheetId: sheet().sheetId, startRowIndex: 0, startColumnIndex: 0 };
      const columnIndex = column('Nama Kegiatan');
      const filterSpecs = [{ columnIndex, filterCriteria: { hiddenValues: ['Satu'] } }];
      const endColumnIndex = requestTab.columns.length;
      await batch({
        setBasicFilter: { filter: { range: { ...range, endColumnIndex }, filterSpecs } },
      });
      const before = new Map(rows().map(({ event, ticket }) => [event, ticket]));
      ask('Tiga');
      await run();
      mustBeTicketed(rows(), 3);
      must(
        rows().every(({ event, ticket }) => (before.get(event) ?? ticket) === ticket),
        'a ticket moved',
      );
      return 'each on its row; Ringkasan and doctor speak only of filters that tear rows apart';
    },
  },
  {
    where: 'n8n-io/n8n #15364',
    what: 'an update lands on another row when the sheet is changed in that moment',
    play: async ({ double, people, ask, run, start, rows, column }) => {
      for (const event of ['Cemara', 'Beringin', 'Akasia']) ask(event);
      const rule = double.faults.add({
        on: { id: 'sheets.spreadsheets.batchUpdate' },
        fault: { kind: 'delay', ms: 1_500 },
        times: 1,
      });
      const running = start('run').ended();
      for (let waited = 0; !double.faults.struck[rule] && waited < 60_000; waited += 20)
        await pause(20);
      people.sortRows({
        spreadsheetId: sheetId,
        range: `'${tab}'!A2:BZ4`,
        columns: [{ column: column('Nama Kegiatan') }],
      });
      await running;
      await run();
      mustBeTicketed(rows(), 3);
      const order = rows().map(({ event }) => event);
      must(order.join() === 'Akasia,Beringin,Cemara', `rows: ${order.join()}`);
      const again = await run();
      must(/Nothing to do/.test(again.out), again.out);
      return 'put right by the same pass; every ticket on its request';
    },
  },
  {
    where: 'n8n-io/n8n #16915',
    what: 'after a header was renamed values shift into other columns, silently',
    play: async ({ people, ask, run, rows, double }) => {
      ask('Satu');
      await run();
      const before = JSON.stringify(bookOf(double.world, sheetId));
      people.renameHeader({ spreadsheetId: sheetId, tab, from: 'Nama Kegiatan', to: 'Acaranya' });
      ask('Dua');
      const { out, err, exit } = await run();
      must(exit === 1 && /Nama Kegiatan/.test(`${out}${err}`), `${exit}: ${out}${err}`);
      people.renameHeader({ spreadsheetId: sheetId, tab, from: 'Acaranya', to: 'Nama Kegiatan' });
      await run();
      must(
        rows()[0] !== undefined && before.includes(String(rows()[0]?.ticket)),
        'the ticket changed',
      );
      return 'the pass is refused and names the header; nothing is written until it is back';
    },
  },
  {
    where: 'owncloud/ios-legacy #141',
    what: 'an upload whose answer was lost is there twice',
    play: async ({ double, ask, run, documents }) => {
      double.faults.add({ on: { api: 'upload' }, fault: { kind: 'cut', when: 'after' }, times: 2 });
      ask('Satu');
      await run();
      await run();
      const names = documents().map(({ name }) => name);
      must(names.length > 0 && new Set(names).size === names.length, names.join(', '));
      return `one file each (${names.length})`;
    },
  },
  {
    where: 'findthemasks/findthemasks #74',
    what: 'rows typed by hand stay below while the form inserts above them, and what was beside them is mixed up',
    play: async ({ people, ask, run, rows, column }) => {
      ask('Dari formulir');
      const cells = requestTab.columns.map(({ header }) =>
        header === 'Nama Kegiatan' ? 'Ditulis tangan' : (typed[header] ?? ''),
      );
      must(column('Nama Kegiatan') >= 0, 'no such column');
      people.typeCells({ spreadsheetId: sheetId, range: `'${tab}'!A3`, rows: [cells] });
      await run();
      const before = new Map(rows().map(({ event, ticket }) => [event, ticket]));
      ask('Sesudahnya');
      await run();
      mustBeTicketed(rows(), 3);
      must(
        rows().every(({ event, ticket }) => (before.get(event) ?? ticket) === ticket),
        'a ticket moved',
      );
      return 'every ticket stayed with its request';
    },
  },
  {
    where: 'lightdash/lightdash #19888',
    what: 'a quota that was used up for a minute ends the synchronisation for good',
    play: async ({ double, ask, run, rows }) => {
      double.faults.add({
        on: { api: 'sheets' },
        fault: { kind: 'refuse', named: 'rate-limit', retryAfter: 1 },
        times: 3,
      });
      ask('Satu');
      await run();
      mustBeTicketed(rows(), 1);
      return 'the pass waits and goes on';
    },
  },
  {
    where: 'tidyverse/googlesheets4 #322',
    what: 'a table of Google on the tab makes every write fail',
    play: async ({ ask, run, rows, batch, sheet, cli, dir }) => {
      ask('Satu');
      const answers = requestTab.columns.filter(({ owner }) => owner === 'form').length;
      const range = {
        sheetId: sheet().sheetId,
        startRowIndex: 0,
        endRowIndex: 2,
        startColumnIndex: 0,
        endColumnIndex: answers,
      };
      const columnProperties = [{ columnIndex: 0, columnType: 'DATE_TIME' }];
      await batch({ addTable: { table: { name: 'Jawaban', range, columnProperties } } });
      await cli.start(['setup', '--dir', dir]).ended();
      ask('Dua');
      const { err } = await run();
      must(!/refused/.test(err), err);
      mustBeTicketed(rows(), 2);
      const [table] = sheet().tables;
      const end = table?.range.endColumnIndex ?? 0;
      must(end >= requestTab.columns.length || table === undefined, `the table ends at ${end}`);
      return 'setup widens the table over our columns; passes write as before';
    },
  },
];

const typed: Readonly<Record<string, string>> = {
  ...ordinaryAnswers,
  'Alamat Email': 'telepon@bappeda.test',
};

export const run = async (): Promise<void> => {
  const cli = await buildCommandLine();
  const only = process.argv[3];
  try {
    for (const { where, what, play } of reports) {
      if (only !== undefined && !where.includes(only)) continue;
      const office = await anOffice(cli);
      try {
        const came = await play(office);
        process.stdout.write(`held    ${where}: ${what}\n        ${came}\n`);
      } catch (error) {
        process.exitCode = 1;
        process.stdout.write(`CAME TRUE ${where}: ${what}\n        ${String(error)}\n`);
      } finally {
        await office.close();
      }
    }
  } finally {
    cli.remove();
  }
};
