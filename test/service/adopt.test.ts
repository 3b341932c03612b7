import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { openZip, withEntries } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';
import { deskWith, type RequestCells, type TestDesk } from '../support/desk.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const aRow = (number: number, more: RequestCells = {}): RequestCells => ({
  submittedAt: day('2026-11-16') + (540 + number) / 1440,
  email: `pemohon${number}@contoh.go.id`,
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat ${number}`,
  startDay: day('2026-11-18') + number,
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Link Host + Operator',
  participants: 50,
  ...more,
});

/** A report with all its facts, a letter with a shortage, and whatever staff chose beside them. */
const aDesk = (): TestDesk =>
  deskWith([
    aRow(1, {
      startDay: day('2026-11-16'),
      confirmed: day('2026-11-16') + 9.1 / 24,
      actualStart: '09.00',
      actualEnd: '11.00',
      attended: 10,
      actualLeader: 'Drs. Abdul (Sekretaris)',
      incidents: 'tidak',
      recordingResult: 'tidak direkam',
      submittedAt: day('2026-11-15') + 9 / 24,
    }),
    aRow(2, { confirmed: day('2026-11-16') + 10 / 24, equipment: 'Layar (1); Speaker (1)' }),
    aRow(3),
    aRow(4),
    aRow(5),
    aRow(6),
  ]);

const decisions: readonly (readonly [string, keyof RequestCells & string, string])[] = [
  ['VC-2026-0002', 'officers', 'Yusuf Mohamad'],
  ['VC-2026-0002', 'licence', 'Zoom 1'],
  ['VC-2026-0002', 'reserved', 'Speaker (2)'],
  ['VC-2026-0003', 'state', 'Ditolak'],
  ['VC-2026-0004', 'state', 'Dibatalkan'],
  ['VC-2026-0005', 'state', 'Tidak Terlaksana'],
  ['VC-2026-0006', 'state', 'Perlu Perbaikan'],
];

const filesOf = (desk: TestDesk): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(desk.config.documents, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path).toString('base64')]),
  );

/** Somebody changes a word of the document and saves. */
const edit = (path: string): void => {
  const zip = openZip(readFileSync(path));
  const entry = zip.byName.get('word/document.xml');
  if (entry === undefined) throw new Error(`no text in ${path}`);
  const text = unpack(entry).toString('utf8').replace('Rapat', 'Musyawarah');
  writeFileSync(path, withEntries(zip, new Map([[entry.name, Buffer.from(text)]])));
};

const loseLedger = ({ config }: TestDesk): void =>
  rmSync(dirname(config.ledger), { recursive: true });

const meant = { adopt: true, acceptLargeChange: true } as const;

describe('adopt after a lost ledger', () => {
  let desk: TestDesk | undefined;
  afterEach(() => desk?.remove());

  const aLivedIn = async (): Promise<TestDesk> => {
    desk = aDesk();
    await desk.pass('2026-11-17T08:00:00+08:00');
    for (const [ticket, field, value] of decisions) await desk.type(ticket, field as never, value);
    await desk.pass('2026-11-17T08:05:00+08:00');
    expect((await desk.pass('2026-11-17T08:06:00+08:00')).idle).toBe(true);
    return desk;
  };

  test('changes nothing that staff decided, empties no link, lays no twin beside a document', async () => {
    const { pass, rows } = await aLivedIn();
    const [before, files] = [await rows(), filesOf(await aHeld())];
    loseLedger(await aHeld());

    await pass('2026-11-17T08:10:00+08:00', meant);

    const shared = [
      'state',
      'officers',
      'licence',
      'reserved',
      'dutyLetter',
      'report',
      'shortageNotice',
    ] as const;
    const only = (all: typeof before) => all.map((row) => shared.map((field) => row[field]));
    expect(only(await rows())).toEqual(only(before));
    expect(Object.keys(filesOf(await aHeld()))).toEqual(Object.keys(files));
    expect((await pass('2026-11-17T08:15:00+08:00')).idle).toBe(true);
  });

  test('keeps to what staff chose afterwards, when everything around it changes', async () => {
    const { pass, rows, rewrite } = await aLivedIn();
    loseLedger(await aHeld());
    await pass('2026-11-17T08:10:00+08:00', meant);

    await rewrite((all) => [
      ...all,
      aRow(7, { startDay: day('2026-11-20'), officers: 'Yusuf Mohamad', licence: 'Zoom 1' }),
    ]);
    await pass('2026-11-17T08:20:00+08:00');

    const after = new Map((await rows()).map((row) => [row.ticket, row]));
    expect(decisions.map(([ticket, field]) => after.get(ticket)?.[field as 'state'])).toEqual(
      decisions.map(([, , value]) => value),
    );
  });

  test('leaves a document alone that somebody edited', async () => {
    const held = await aLivedIn();
    const [report = ''] = Object.keys(filesOf(held)).filter((path) => path.includes('Laporan'));
    edit(report);
    const edited = readFileSync(report);
    loseLedger(held);

    await held.pass('2026-11-17T08:10:00+08:00', meant);
    await held.type('VC-2026-0001', 'attended', 99);
    await held.pass('2026-11-17T08:20:00+08:00');

    expect(readFileSync(report).equals(edited)).toBe(true);
    expect(
      Object.keys(filesOf(held)).filter((path) => path.includes('(pembaruan 2)')),
    ).toHaveLength(1);
  });

  test('lets states that time alone carries on go on, and gives a new row the next number', async () => {
    const held = await aLivedIn();
    loseLedger(held);
    await held.rewrite((all) => [...all, aRow(9)]);

    await held.pass('2026-11-27T08:10:00+08:00', meant);

    const rows = await held.rows();
    expect(rows.map(({ ticket, event }) => `${ticket} ${event}`).at(-1)).toBe(
      'VC-2026-0007 Rapat 9',
    );
    expect(rows[1]?.state).toBe('Selesai');
  });

  const aHeld = async (): Promise<TestDesk> => {
    if (desk === undefined) throw new Error('no desk');
    return desk;
  };
});
