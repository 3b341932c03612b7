/** An invented desk that has worked for years: closed requests of past months, and a fortnight that is under way. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { setup } from '../../../src/commands/setup.ts';
import { type ConfigFile, readConfig } from '../../../src/config.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import { minutesPerDay } from '../../../src/core/sheet/time-units.ts';
import { openDemoCalendar } from '../../../src/demo/demo-calendar.ts';
import { officers, requesters } from '../../../src/demo/demo-people.ts';
import { equipmentRows, licenceRows, officerRows } from '../../../src/demo/demo-registers.ts';
import { demoSettings } from '../../../src/demo/demo-settings.ts';
import type { DemoRequest, DemoTab } from '../../../src/demo/demo-tab.ts';
import { fillWorkbook } from '../../../src/demo/make-desk.ts';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import { runPass } from '../../../src/service/pass.ts';

/** A working morning; all days of the desk count back from it. */
export const deskNow = Temporal.Instant.from('2026-11-25T09:30:00+08:00');
const today = Temporal.PlainDate.from('2026-11-25');
const perWorkday = 10;
const daysAhead = 7;

/** Rows of Permohonan, the last of them coming events; ten events every working day. */
export const manyRequests = (count: number): readonly DemoRequest[] => {
  const days: Temporal.PlainDate[] = [];
  let day = today.add({ days: daysAhead });
  while (days.length * perWorkday < count) {
    if (day.dayOfWeek <= 5) days.push(day);
    day = day.subtract({ days: 1 });
  }
  days.reverse();
  return Array.from({ length: count }, (_, index) =>
    requestOn(days[Math.floor((index * days.length) / count)] ?? today, index),
  );
};

const institutions = Object.values(requesters);
const teams = [officers.rahmat, officers.sri, officers.ikbal];

const requestOn = (on: Temporal.PlainDate, index: number): DemoRequest => {
  const begins = 8 + (index % perWorkday);
  const day = serial(on, 0);
  const filed = on.subtract({ days: 5 });
  const answers: DemoRequest = {
    ...institutions[index % institutions.length],
    submittedAt: serial(filed, 8 * 60 + (index % 400)),
    event: `Rapat Koordinasi Pelaksanaan Program ${index + 1}`,
    plannedLeader: 'Kepala Bidang Perencanaan',
    startDay: day,
    startTime: `${String(begins).padStart(2, '0')}.00`,
    endTime: `${String(begins).padStart(2, '0')}.50`,
    zone: 'WITA',
    place: `Ruang Rapat Lantai ${1 + (index % 4)}`,
    placeContact: 'Arifin, 081200001108',
    host: 'Dinas Kominfotik',
    serviceKind: 'Link Host + Operator',
    platform: 'Zoom',
    participants: 20 + (index % 60),
    equipment: 'Komputer/laptop (1); Speaker (1)',
    recording: 'Ya',
    streaming: 'Tidak',
    sensitivity: 'Biasa',
    letterNumber: `005/UM/${index + 1}`,
    letterDay: serial(filed, 0),
    confirmed: serial(filed, 13 * 60 + 30),
  };
  if (Temporal.PlainDate.compare(on, today) >= 0) return answers;
  return {
    ...answers,
    officers: teams[index % teams.length] ?? officers.rahmat,
    placeChecked: '✓',
    equipmentOnSite: '✓',
    systemTested: '✓',
    participantsConfigured: '✓',
    platformSet: '✓',
    contentReady: '✓',
    network: 'tidak perlu',
    actualStart: `${String(begins).padStart(2, '0')}.00`,
    actualEnd: `${String(begins).padStart(2, '0')}.45`,
    attended: 18 + (index % 60),
    actualLeader: 'Sofyan Hamzah, S.E. (Kepala Bidang Perencanaan)',
    incidents: 'tidak',
    recordingResult: `https://rekaman.prov.test/${index + 1}`,
  };
};

const serial = (on: Temporal.PlainDate, minute: number): number =>
  dayToSerial(on) + minute / minutesPerDay;

export const deskTabs = (count: number): readonly DemoTab[] => {
  const calendar = openDemoCalendar(today);
  return [
    { tab: 'Permohonan', rows: manyRequests(count) },
    { tab: 'Petugas', rows: officerRows(calendar).map(({ leave: _, ...officer }) => officer) },
    { tab: 'Peralatan', rows: equipmentRows },
    { tab: 'Akun Zoom', rows: licenceRows },
    { tab: 'Pengaturan', rows: demoSettings },
  ];
};

/** A file that stands in the folder of a desk which settled. */
export const settledName = 'settled';

/** Makes the desk in a folder and lets it settle, so that the next pass has nothing to do. */
export const makeLargeDesk = async (dir: string, count: number): Promise<ConfigFile> => {
  const config = readConfig(setup({ dir }).data.settings);
  writeFileSync(config.workbook, fillWorkbook(readFileSync(config.workbook), deskTabs(count)));
  const desk = await openDesk(config, { now: deskNow });
  try {
    await settle(withoutPrinting(withoutSaving(desk, config.documents)), async () => {
      // A pass makes a few of them only: a desk that has worked for years has them all.
      for (const ticket of (await desk.ledger.state()).tickets.keys())
        mkdirSync(join(config.documents, 'Dokumentasi', ticket), { recursive: true });
    });
  } finally {
    await desk.close();
  }
  writeFileSync(join(dir, settledName), '');
  return config;
};

/** Passes until there is nothing to do. */
const settle = async (
  desk: OpenDesk,
  betweenPasses: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const memory = openRemembered();
  for (let pass = 1; ; pass += 1) {
    const report = await runPass(desk, { now: deskNow, acceptLargeChange: true, memory });
    await betweenPasses();
    if (report.idle) return;
    if (pass === 6) throw new Error('The desk does not settle.');
  }
};

/** The same on a sheet, which holds the rows already: documents are files there, with nothing in them. */
export const settleLargeDesk = async (config: ConfigFile): Promise<void> => {
  const desk = await openDesk(config, { now: deskNow });
  try {
    await settle(withoutPrinting(desk));
  } finally {
    await desk.close();
  }
};

/** Documents whose files hold nothing: printing ten thousand of them takes minutes, and an idle pass never opens one. */
const withoutPrinting = (desk: OpenDesk): OpenDesk => ({
  ...desk,
  templates: { take: (kinds) => ({ ...desk.templates.take(kinds), render: () => empty }) },
});

/** Files that are written as they come: to last through a power cut they need not. */
const withoutSaving = (desk: OpenDesk, folder: string): OpenDesk => ({
  ...desk,
  documents: {
    ...desk.documents,
    save: async (document) => {
      const id = [...document.folder, document.name].join('/');
      const path = join(folder, id);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, empty);
      return { id, title: id, url: encodeURI(`Dokumen/${id}`), contentHash: hashOfEmpty };
    },
  },
});

const empty = new Uint8Array();
const hashOfEmpty = createHash('sha256').update(empty).digest('hex');
