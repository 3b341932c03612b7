/** Reads the tab of settings. */
import { Temporal } from 'temporal-polyfill';
import type {
  Addressee,
  ClockSpan,
  OfficeSettings,
  Signatory,
  SignedBy,
} from '../../cases/desk.ts';
import { settingsTab } from '../../columns/settings-tab.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { minutesPerDay } from '../../sheet/time-units.ts';
import { quote, textOf } from '../cell-text.ts';
import { present } from '../present.ts';
import { readAddressee } from '../read-addressee.ts';
import { readClockSpans } from '../read-clock-spans.ts';
import { readCount } from '../read-count.ts';
import { readNip } from '../read-nip.ts';
import { readTimes } from '../read-times.ts';
import { readYesNo } from '../read-yes-no.ts';
import { editDistance, fold } from '../spelling.ts';
import { startingInstitutions } from './institution-names.ts';
import {
  institutionSetting,
  type OfficeSetting,
  type OfficeSettingKey,
  officeSettings,
} from './office-settings.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type SettingRow = RegisterRow<(typeof settingsTab)['columns'][number]['field']>;
type Values = ReadonlyMap<OfficeSettingKey, string>;

/**
 * The tab Pengaturan. What is missing, empty or unreadable keeps its standard; an unknown name is a problem that
 * names the nearest one.
 */
export const readSettings = (snapshot: WorkbookSnapshot, problems: Problems): OfficeSettings => {
  const values = new Map<OfficeSettingKey, string>(
    officeSettings.map(({ key, standard }) => [key, standard]),
  );
  const institutions: string[] = [];
  const filled = new Set<OfficeSettingKey>();
  for (const row of registerRows(snapshot, settingsTab, problems)) {
    const name = row.text('name');
    if (name === undefined) {
      row.problem(
        'Nama pengaturan belum diisi; baris ini tidak dipakai. Isi namanya atau hapus barisnya.',
      );
      continue;
    }
    const setting = settingByName.get(fold(name));
    if (setting !== undefined) {
      if (filled.has(setting.key)) {
        row.problem(
          `Pengaturan ${setting.name} tercantum dua kali; yang teratas dipakai. Hapus salah satunya.`,
        );
        continue;
      }
      filled.add(setting.key);
      const value = typedValue(setting, row);
      if (value !== undefined) values.set(setting.key, value);
    } else if (fold(name) === fold(institutionSetting.name)) {
      const lines = textOf(row.cell('value')).split('\n');
      if (lines.flatMap(asInstitution).length === 0)
        row.problem(
          'Nama instansi belum diisi; baris ini tidak dipakai. Tulis: nama resmi = ejaan; ejaan lain.',
        );
      institutions.push(...lines);
    } else row.problem(`Pengaturan "${name}" tidak dikenal. ${adviceFor(name)}`);
  }
  const settings = asSettings(
    values,
    institutions.length > 0 ? institutions : startingInstitutions,
  );
  warnOfShortWeek(settings, problems);
  return settings;
};

const settingByName = new Map(
  officeSettings.map((setting) => [fold(setting.name), setting] as const),
);

/** The value in the one spelling of its kind; `undefined` leaves the standard. */
const typedValue = (setting: OfficeSetting, row: SettingRow): string | undefined => {
  const cell = row.cell('value');
  if (textOf(cell) === '') return undefined;
  switch (setting.kind) {
    case 'text':
      return textOf(cell);
    case 'nip':
      return row.take('value', readNip(cell), 'Tulis 18 angka.');
    case 'count':
      return countOf(setting, row);
    case 'time':
      return timeOf(setting, cell, row);
    case 'hours':
      return readClockSpans(cell) === undefined
        ? kept(setting, row, 'Tulis misalnya 08.00–11.30; 13.30–16.00.')
        : textOf(cell);
    case 'signer':
      return signerIn(textOf(cell)) === undefined
        ? kept(setting, row, 'Tulis Kepala Dinas, Ketua Tim, atau a.n. Kepala Dinas.')
        : textOf(cell);
    case 'addressee':
    case 'addressees':
      return addressesOf(setting, row);
    case 'clock': {
      const folded = fold(textOf(cell));
      if (/\bkerja\b/.test(folded)) return 'jam kerja';
      if (/\bdinding\b/.test(folded)) return 'jam dinding';
      return kept(setting, row, 'Pilih jam dinding atau jam kerja.');
    }
    case 'yes-no': {
      const reading = readYesNo(cell);
      if (reading.kind === 'read') return reading.value ? 'ya' : 'tidak';
      return kept(setting, row, 'Tulis ya atau tidak.');
    }
  }
};

const countOf = (setting: OfficeSetting, row: SettingRow): string | undefined => {
  const cell = row.cell('value');
  const reading = readCount(cell);
  if (reading.kind !== 'read' || reading.value > mostOf(setting) || namesOtherUnit(setting, cell))
    return kept(setting, row, 'Tulis satu angka.');
  for (const warning of reading.warnings) row.problem(`${setting.name} ${quote(cell)} ${warning}`);
  return String(reading.value);
};

/** A day of minutes; of days, as many as anybody plans ahead. */
const mostOf = ({ key }: OfficeSetting): number =>
  key === 'settleDays' || key === 'complaintDays' ? 31 : minutesPerDay;

/** "1 jam" in a setting of minutes is no minute. */
const namesOtherUnit = ({ name }: OfficeSetting, cell: Cell): boolean => {
  const unit = /\((menit|jam|hari)\)/.exec(name)?.[1];
  const words = fold(textOf(cell)).replaceAll(/(\d)(?=\p{L})/gu, '$1 ');
  const named = [...words.matchAll(/\b(?:menit|mnt|jam|hari|detik)\b/g)].map(([word]) => word);
  return named.some((word) => (word === 'mnt' ? 'menit' : word) !== unit);
};

/** The lines that name one mailbox each; the others are asked about. */
const addressesOf = ({ kind, name }: OfficeSetting, row: SettingRow): string => {
  const lines = linesIn(textOf(row.cell('value'))).filter((line) => {
    const reading = readAddressee(line);
    if (reading.kind === 'read') {
      for (const warning of reading.warnings) row.problem(`${name} ${quote(line)} ${warning}`);
      return true;
    }
    const why =
      reading.kind === 'unsure'
        ? reading.question
        : 'tidak terbaca; tidak dikirimi pesan. Tulis: Nama = alamat email.';
    row.problem(`${name} ${quote(line)} ${why}`);
    return false;
  });
  if (kind === 'addressee' && lines.length > 1)
    row.problem(`${name} memuat lebih dari satu orang; dipakai yang teratas. Sisakan satu.`);
  return lines.join('\n');
};

const addresseesIn = (text: string): readonly Addressee[] =>
  linesIn(text).flatMap((line) => {
    const reading = readAddressee(line);
    return reading.kind === 'read' ? [reading.value] : [];
  });

const timeOf = (setting: OfficeSetting, cell: Cell, row: SettingRow): string | undefined => {
  const reading = readTimes(cell);
  const from = reading.kind === 'read' ? reading.value.from : undefined;
  const isOneTime = reading.kind === 'read' && reading.value.until === undefined;
  return !isOneTime || from === undefined || from === minutesPerDay
    ? kept(setting, row, 'Tulis misalnya 07.30.')
    : String(from);
};

const kept = ({ name, standard }: OfficeSetting, row: SettingRow, advice: string): undefined => {
  row.problem(
    `${name} "${textOf(row.cell('value'))}" tidak terbaca; dipakai ${standard}. ${advice}`,
  );
};

const adviceFor = (name: string): string => {
  const folded = fold(name);
  const names = [...officeSettings.map((one) => one.name), institutionSetting.name]
    .map((known) => ({ known, distance: editDistance(folded, fold(known), 40) }))
    .sort((a, b) => a.distance - b.distance);
  const nearest = names[0];
  return nearest !== undefined && nearest.distance <= Math.max(3, folded.length * 0.4)
    ? `Mungkin maksudnya ${nearest.known}.`
    : 'Hapus baris itu atau pakai nama dari buku kerja kosong.';
};

const asSettings = (values: Values, institutions: readonly string[]): OfficeSettings => {
  const text = (key: OfficeSettingKey): string => values.get(key) ?? '';
  const whole = (key: OfficeSettingKey): number => Number(text(key));
  const signedBy = (key: OfficeSettingKey): SignedBy => signerIn(text(key)) ?? 'head';
  const hours = (key: OfficeSettingKey): readonly ClockSpan[] => readClockSpans(text(key)) ?? [];
  const time = (key: OfficeSettingKey): Temporal.PlainTime => plainTime(text(key));
  return {
    government: text('government'),
    office: text('office'),
    team: text('team'),
    address: text('address'),
    contact: text('contact'),
    city: text('city'),
    head: signatory({
      title: text('headTitle'),
      name: text('headName'),
      nip: text('headNip'),
      rank: text('headRank'),
    }),
    teamLead: signatory({
      title: text('leadTitle'),
      name: text('leadName'),
      nip: text('leadNip'),
      rank: text('leadRank'),
    }),
    signedBy: {
      dutyLetter: signedBy('dutyLetterSigner'),
      shortageNotice: signedBy('shortageNoticeSigner'),
      report: signedBy('reportSigner'),
      recap: signedBy('recapSigner'),
      evaluation: signedBy('evaluationSigner'),
    },
    signers: { checked: linesIn(text('checkers')), approved: linesIn(text('approvers')) },
    signsInOffice: text('signsInOffice') === 'ya',
    classification: text('classification'),
    clock: text('clock') === 'jam kerja' ? 'working-hours' : 'wall',
    serviceHours: whole('serviceHours'),
    officeHours: {
      start: time('start'),
      end: time('end'),
      endFriday: time('endFriday'),
      breakStart: time('breakStart'),
      breakMinutes: whole('breakMinutes'),
      breakMinutesFriday: whole('breakMinutesFriday'),
    },
    preparationMinutes: whole('preparationMinutes'),
    travelMinutes: whole('travelMinutes'),
    clearingMinutes: whole('clearingMinutes'),
    assumedEventMinutes: Math.max(1, whole('assumedEventMinutes')),
    settleTime: time('settleTime'),
    printsConfidentialPhotos: text('confidentialPhotos') === 'ya',
    settleDays: whole('settleDays'),
    sending: {
      ordinary: hours('sendingHours'),
      friday: hours('sendingHoursFriday'),
      urgent: hours('sendingHoursUrgent'),
      dailyLimit: whole('dailyMessages'),
    },
    complaintDays: Math.max(1, whole('complaintDays')),
    contactMonths: Math.max(1, whole('contactMonths')),
    mutedMessages: linesIn(text('mutedMessages').replaceAll(',', ';')),
    supervisors: addresseesIn(text('supervisors')),
    ...present({
      networkTeam: addresseesIn(text('networkTeam'))[0],
      keeper: addresseesIn(text('keeper'))[0],
    }),
    institutions: institutions.flatMap(asInstitution),
  };
};

const signerIn = (text: string): SignedBy | undefined => {
  const folded = fold(text);
  if (/\b(?:a ?n|atas nama)\b/.test(folded)) return 'lead-for-head';
  if (/\b(?:ketua|koordinator)\b/.test(folded)) return 'lead';
  return /\b(?:kepala|kadis|pimpinan)\b/.test(folded) ? 'head' : undefined;
};

/** Names carry commas, so a semicolon or a new line parts them. */
const linesIn = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Minutes since midnight, or "07.30" of a standard. */
const plainTime = (text: string): Temporal.PlainTime => {
  const [hour = 0, minute = 0] = text.includes('.')
    ? text.split('.').map(Number)
    : [Math.floor(Number(text) / 60), Number(text) % 60];
  return new Temporal.PlainTime(hour, minute);
};

const signatory = ({ title, name, nip, rank }: Required<Signatory>): Signatory => ({
  title,
  name,
  ...present({ nip: nip === '' ? undefined : nip, rank: rank === '' ? undefined : rank }),
});

const asInstitution = (line: string): OfficeSettings['institutions'] => {
  const [name = '', spellings = ''] = line.split('=').map((part) => part.trim());
  return name === ''
    ? []
    : [
        {
          name,
          spellings: spellings
            .split(';')
            .map((spelling) => spelling.trim())
            .filter((spelling) => spelling !== ''),
        },
      ];
};

/** Source: Perpres 21/2023. */
const standardWeekMinutes = 37.5 * 60;

/** Perpres 21/2023 sets 37 hours 30 minutes; another sum is the office's to decide, but is said. */
const warnOfShortWeek = ({ officeHours }: OfficeSettings, problems: Problems): void => {
  const { start, end, endFriday, breakMinutes, breakMinutesFriday } = officeHours;
  const minutes = (until: Temporal.PlainTime): number => start.until(until).total('minutes');
  const week = 4 * (minutes(end) - breakMinutes) + minutes(endFriday) - breakMinutesFriday;
  if (week === standardWeekMinutes) return;
  const hours = `${Math.floor(week / 60)} jam ${week % 60} menit`;
  problems.push({
    tab: settingsTab.name,
    text: `Jam kerja seminggu berjumlah ${hours}, bukan 37 jam 30 menit. Periksa jam masuk, jam pulang, dan istirahat.`,
  });
};
