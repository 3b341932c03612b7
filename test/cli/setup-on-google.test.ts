import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recallAnswerForm } from '../../src/backends/google/answer-forms.ts';
import { formKinds } from '../../src/backends/google/form-kinds.ts';
import { deskScopes } from '../../src/backends/google/sign-in/scopes.ts';
import { writeToken } from '../../src/backends/google/sign-in/token-file.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { claimDesk } from '../../src/ledger/claim-desk.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { createGoogleDouble, type GoogleDouble } from '../google-double/google-double.ts';
import { buildCommandLine, type CommandLine } from '../support/command-line.ts';

const stranger = 'https://docs.google.com/spreadsheets/d/lembar-kantor-yang-lain/edit';
const example = resolve(import.meta.dirname, '../../credentials.example.json');

describe('setup on Google, as the IT person of an office does it', { timeout: 120_000 }, () => {
  let cli: CommandLine;
  let dir = '';
  let double: GoogleDouble;
  let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
  const settings = () => join(dir, 'layanan-vicon.json');
  /** Every command that the person gave on the way, those apart that a test gives to see what else would happen. */
  const given: string[] = [];
  const gives = (command: string, ...more: readonly string[]) => {
    given.push([command, ...more].join(' '));
    const desk = command === 'setup' ? ['--dir', dir] : ['--config', settings()];
    return cli.run([command, ...desk, ...more]);
  };
  const setup = (...more: readonly string[]) => cli.run(['setup', '--dir', dir, ...more]);
  const sheet = () => [...double.world.spreadsheets.values()][0];
  const sheetId = () => sheet()?.spreadsheetId ?? '';
  /** Where messages may lead people. */
  const answerForm = async () => {
    const path = join(dir, '.layanan-vicon/ledger.db');
    const ledger = await openLedger({ path, desk: 'desk', readOnly: true });
    try {
      return await recallAnswerForm(ledger, 'after-event');
    } finally {
      await ledger.close();
    }
  };
  const form = () => [...double.world.forms.values()][0];

  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-setup-'));
    double = createGoogleDouble();
    // As in a domain whose administrator lets forms be answered within it only.
    double.world.newFormsAreFor = { domain: 'gorontaloprov.example' };
    listening = await double.listen(0);
  });
  afterAll(async () => {
    await listening.close();
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  test('first says what to do in the Google Cloud console', async () => {
    const { exit, out } = await gives('setup', '--google');

    expect(exit).toBe(1);
    expect(out).toMatch(/^made .*layanan-vicon\.json$/m);
    expect(out).toMatch(/enable Google Sheets API, Google Drive API and Google Forms API/);
    expect(out).toMatch(/in "Testing" a sign-in ends after 7 days/);
    expect(out).toContain(`save it as ${join(dir, 'credentials.json')}`);
  });

  test('goes on without the word, and tells a form from a sheet at once', async () => {
    const again = await setup();
    const form = await setup('--google', 'https://docs.google.com/forms/d/formulir-kantor-1/edit');

    expect(again.out).toMatch(/^Nothing had to be changed\.$/m);
    expect(existsSync(join(dir, 'Buku Layanan.xlsx'))).toBe(false);
    expect(form).toMatchObject({ exit: 2, err: expect.stringMatching(/but of a form/) });
  });

  test('names a credentials file of the wrong kind', async () => {
    writeFileSync(join(dir, 'credentials.json'), JSON.stringify({ web: {} }));

    const { exit, err } = await setup();

    expect(exit).toBe(1);
    expect(err).toMatch(/Web application.*\n.*Desktop app/);
  });

  test('then asks for the sign-in', async () => {
    cpSync(example, join(dir, 'credentials.json'));

    const { exit, out } = await gives('setup');

    expect(exit).toBe(1);
    expect(out).toContain(`1. Run: npx layanan-vicon login --config ${settings()}`);
  });

  test('names the API that is not enabled, and makes no more than the sheet, which it will know', async () => {
    signIn(dir);
    writeFileSync(settings(), JSON.stringify({ google: { endpoint: listening.url } }));
    const fault = { kind: 'refuse', named: 'api-not-enabled' } as const;
    double.faults.add({ on: { api: 'sheets' }, fault });

    const { exit, err } = await setup();

    double.faults.clear();
    expect(exit).toBe(1);
    expect(err).toMatch(/Google Sheets API is not enabled.*\nEnable it on https:/);
    expect(double.world.forms.size).toBe(0);
    expect(readFileSync(settings(), 'utf8')).toContain(`"spreadsheet": "${sheetId()}"`);
  });

  test('then makes sheet, tabs and forms, and says how to link them and who can answer', async () => {
    const { exit, out } = await gives('setup');

    expect(exit).toBe(1);
    expect(double.world.spreadsheets.size).toBe(1);
    expect(sheet()?.sheets.map(({ properties }) => properties.title)).not.toContain('Sheet1');
    expect(sheet()?.properties).toMatchObject({ timeZone: 'Asia/Makassar', locale: 'in_ID' });
    expect(readFileSync(settings(), 'utf8')).toContain(`"spreadsheet": "${sheetId()}"`);
    expect(out).toMatch(/^published the form "Permohonan /m);
    expect(out).toMatch(
      /Who can answer: only accounts of gorontaloprov\.example can answer, signed in\./,
    );
    expect(out).toMatch(/in a private window of the browser/);
    expect(out).toMatch(/^made the tab Panduan$/m);
    expect(out).toMatch(/^added 27 questions to the form "Permohonan /m);
    expect(out).toMatch(/^made the form "Setelah Kegiatan: /m);
    expect(out).toMatch(/^made the form "Pengaduan, Saran/m);
    expect(out).toContain(`Open the form: https://docs.google.com/forms/d/${form()?.formId}/edit`);
    expect(out).toContain(
      `choose "Buku Layanan Video Conference" (https://docs.google.com/spreadsheets/d/${sheetId()}/edit).`,
    );
    expect(out).toMatch(/Pesan konfirmasi.*GRATIS/);
  });

  test('makes nothing twice, refuses another sheet, and doctor names the missing link first', async () => {
    const { exit, out } = await setup();
    const other = await setup('--google', stranger);
    const doctor = await cli.run(['doctor', '--config', settings()]);

    expect(exit).toBe(1);
    expect(out).toMatch(/^Nothing had to be changed\.$/m);
    expect([double.world.forms.size, double.world.spreadsheets.size]).toEqual([3, 1]);
    expect(other).toMatchObject({ exit: 2, err: expect.stringMatching(/another sheet/) });
    expect(doctor.out).toMatch(/^[^✗]*✗ request form\n +The form is linked to no sheet/);
    expect(doctor.out).toMatch(/– tabs and headers \(waits for "request form"\)/);
  });

  test('stays out while the desk is at work', async () => {
    const claim = await claimDesk({ path: join(dir, '.layanan-vicon/ledger.db') });

    const { exit, err } = await setup();

    await claim.release();
    expect(exit).toBe(1);
    expect(err).toMatch(/Another instance is working on this desk/);
  });

  test('completes the tab of the form once it is linked, and then has nothing left to do', async () => {
    const formId = form()?.formId ?? '';
    double.people.linkForm({ formId, spreadsheetId: sheetId(), table: 'typed' });
    double.people.setResponders({ formId, who: 'anyone' });

    const first = await gives('setup');
    const second = await setup();

    expect(first).toMatchObject({ exit: 0 });
    expect(first.out).toMatch(/^renamed the tab .* to Permohonan$/m);
    expect(first.out).toMatch(/^widened the table in the tab Permohonan over all its columns$/m);
    expect(first.out).toMatch(/Who can answer: anyone who has the link can answer/);
    expect(first.out).toMatch(/Send requesters to https:\/\/docs\.google\.com\/forms\/d\/e\//);
    expect(second).toMatchObject({ exit: 0 });
    expect(second.out).toMatch(/^Nothing had to be changed\.$/m);
    expect(first.out).toContain(`Begin: npx layanan-vicon run --config ${settings()}`);
    expect(second.out).not.toContain('Begin');
    expect(second.out).toMatch(/The form "Setelah Kegiatan: .* too: open https:.* and link it\./);
  });

  test('takes the tabs of the other forms in the place of the empty ones, and then says no more of them', async () => {
    const before = await answerForm();
    for (const [formId] of [...double.world.forms].slice(1)) {
      double.people.linkForm({ formId, spreadsheetId: sheetId(), table: 'plain' });
      double.people.setResponders({ formId, who: 'anyone' });
    }

    const first = await gives('setup');
    const second = await setup();

    expect(first.out).toMatch(/^renamed the tab .* to Setelah Kegiatan$/m);
    expect(first.out).toMatch(/^renamed the tab .* to Pengaduan$/m);
    expect(second).toMatchObject({ exit: 0 });
    expect(second.out).toMatch(/^Nothing had to be changed\.$/m);
    expect(second.out).not.toMatch(/link it/);
    expect(second.out).toMatch(/Send whoever complains or suggests to https:/);
    expect(before).toBeUndefined();
    expect(await answerForm()).toEqual({
      address: expect.stringMatching(/^https:.*viewform$/),
      ticketQuestion: expect.stringMatching(/^[0-9a-f]+$/),
    });
  });

  test('leaves a desk that doctor finds well and plan does not refuse', async () => {
    const doctor = await gives('doctor');
    const plan = await cli.run(['plan', '--config', settings()]);

    expect(doctor.exit).toBe(0);
    for (const kind of formKinds) {
      expect(doctor.out).toContain(`✓ ${kind} form (anyone who has the link can answer)\n`);
    }
    expect(doctor.out).toMatch(/^! officers, equipment, licences$/m);
    expect(plan.exit).toBe(0);
    expect(plan.out).not.toMatch(/refused/);
  });

  test('and that gives the first request its ticket', async () => {
    const answers = Object.fromEntries(
      requestTab.columns
        .filter(({ owner }) => owner === 'form')
        .flatMap(({ header, field }) =>
          field in anAnswer ? [[header, anAnswer[field] ?? '']] : [],
        ),
    );
    double.people.submitResponse({
      formId: form()?.formId ?? '',
      email: 'pemohon@dinas.example',
      answers,
    });

    const { out } = await gives('run');
    const { out: next } = await cli.run(['run', '--config', settings()]);

    expect(out).toMatch(/1 requests?, 1 new/);
    // The sign-in, which a test cannot give in a browser, comes besides.
    expect(given).toEqual(['setup --google', 'setup', 'setup', 'setup', 'setup', 'doctor', 'run']);
    expect(next).toMatch(/Nothing to do/);
    expect((await setup()).out).toMatch(/^Nothing had to be changed\.$/m);
  });
});

const anAnswer: Readonly<Record<string, string>> = {
  requesterName: 'Sari Dewi',
  requesterPosition: 'Kepala Subbagian Umum',
  requesterNip: '19900101 201503 1 001',
  institution: 'Dinas Kesehatan',
  phone: '0812-3456-7890',
  event: 'Rapat Koordinasi',
  startDay: '2030-11-27',
  startTime: '09:00',
  endTime: 'selesai',
  place: 'Aula',
  host: 'Dinas Kominfotik',
  serviceKind: 'Link Host saja',
  sensitivity: 'Biasa',
};

const signIn = (dir: string): void => {
  const { installed } = JSON.parse(readFileSync(example, 'utf8')) as {
    installed: { client_id: string };
  };
  writeToken(join(dir, '.layanan-vicon/token.json'), {
    clientId: installed.client_id,
    refreshToken: 'contoh',
    scopes: [...deskScopes],
    agreedAt: Date.now(),
  });
};
