/**
 * Daftar Kegiatan: the events that one officer served in one month, as evidence of performance (e-Kinerja).
 *
 * Made once the month is over, for whoever served. A month of which everything came from an old ledger has none. It is
 * handed on, so it knows events only as they may travel.
 */

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { findByName, personKey, plainName } from '../../core/assignment/names.ts';
import { isArchived } from '../../core/cases/case-facts.ts';
import type { Officer } from '../../core/cases/desk.ts';
import { recalled, remembering } from '../../core/cases/remembered.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { instantText } from '../../core/cases/watched-now.ts';
import { longDuration, monthNames } from '../../core/cases/wording.ts';
import { isToldHeld } from '../../core/clock/held.ts';
import { casesByMonth } from '../../core/figures/by-month.ts';
import { institutionCounted, tookPlace } from '../../core/figures/figures.ts';
import { daysBetween, monthText } from '../../core/sheet/calendar-days.ts';
import { instantOf } from '../../core/sheet/local-time.ts';
import { onceFor } from '../../core/sheet/once-for.ts';
import type { PeriodDocumentKind, WantedDocument } from '../document-kind.ts';
import { monthFolder } from '../parts/event-document.ts';
import { officerSchema, officersOf, publicTopicOf } from '../parts/event-parts.ts';
import { keptView } from '../parts/kept-view.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import { reportWords } from '../parts/report-words.ts';
import {
  sampleEvent,
  sampleOffice,
  sampleOfficers,
  sampleTeamLead,
} from '../parts/sample-event.ts';
import { dayInColumn, servedTime } from '../parts/served-time.ts';

export const officerActivitiesSchema = z.object({
  ...officeShape,
  periode: z.string().describe('Bulan; cetak dengan {{bulan periode}}'),
  tanggalLaporan: z.string().describe('Hari terakhir bulan itu'),
  petugas: officerSchema.omit({ peran: true }),
  belumTerdaftar: z.boolean().describe('Benar bila nama itu tidak ada di tab Petugas'),
  kegiatan: z
    .array(
      z.object({
        nomorTiket: z.string(),
        hariPelaksanaan: z.string(),
        waktu: z.string(),
        menurutJadwal: z.boolean().describe('Benar bila jam sebenarnya tidak dicatat'),
        lama: z.string().describe('Misalnya 2 jam 35 menit; kosong bila tidak diketahui'),
        acara: z.string().describe('Nama kegiatan; kegiatan rahasia tanpa nama'),
        instansi: z.string(),
        tempat: z.string(),
        peran: z.string(),
        nomorSuratTugas: z.string().describe('Menurut kolom Nomor Surat Tugas; boleh kosong'),
        laporan: z.string().describe('Keadaan Laporan Kegiatan'),
        tanpaCatatan: z.boolean().describe('Benar bila pelaksanaannya belum dicatat siapa pun'),
      }),
    )
    .describe('Kegiatan yang dimulai pada bulan itu, terawal lebih dahulu'),
  jumlahKegiatan: z.number(),
  jumlahLama: z.string().describe('Lama seluruhnya; kosong bila tidak ada yang diketahui'),
  menurutJadwal: z.number().describe('Kegiatan yang lamanya menurut jadwal'),
  tanpaLama: z.number().describe('Kegiatan yang jam selesainya tidak diketahui'),
  tanpaCatatan: z.number().describe('Kegiatan yang pelaksanaannya belum dicatat siapa pun'),
  tanpaNomorSurat: z.number().describe('Kegiatan yang nomor surat tugasnya belum dicatat'),
  perPeran: z
    .array(z.object({ nama: z.string(), jumlah: z.number() }))
    .describe('Kegiatan menurut peran'),
  penandaTangan: signatorySchema,
});

export type OfficerActivitiesView = z.output<typeof officerActivitiesSchema>;

/** One officer's events of one month, whoever wrote the name and however. */
interface Served {
  readonly month: Temporal.PlainYearMonth;
  /** As the register has it, else as typed. */
  readonly name: string;
  readonly turns: readonly { readonly subject: Case; readonly role: string }[];
}

export const officerActivitiesView = (
  { month, name, turns }: Served,
  { desk }: Situation,
): OfficerActivitiesView => {
  const known = findByName(name, desk.officers);
  const rows = turns.toSorted(byStart).map(({ subject, role }) => {
    const time = servedTime(subject);
    return { subject, role, time, isTold: isToldHeld(subject) };
  });
  const minutes = rows.flatMap(({ time }) => time.minutes ?? []);
  const roles = [...new Set(rows.map(({ role }) => role))];
  return {
    ...officeOf(desk.settings),
    periode: month.toString(),
    tanggalLaporan: month.toPlainDate({ day: month.daysInMonth }).toString(),
    petugas: {
      nama: name,
      nip: known?.nip ?? '',
      pangkat: known?.rank ?? '',
      jabatan: known?.position ?? '',
    },
    belumTerdaftar: known === undefined,
    kegiatan: rows.map(({ subject, role, time, isTold }) => ({
      nomorTiket: subject.ticket,
      hariPelaksanaan: dayInColumn(subject.request.answers),
      waktu: time.phrase === '' ? 'jam tidak dicatat' : time.phrase,
      menurutJadwal: time.basis !== 'noted' && time.phrase !== '',
      lama: time.minutes === undefined ? '' : longDuration(time.minutes),
      acara: publicTopicOf(subject),
      instansi: institutionCounted(subject),
      tempat: subject.request.answers.place ?? '',
      peran: role,
      nomorSuratTugas: subject.request.staff.dutyLetterNumber ?? '',
      laporan: reportWords(subject),
      tanpaCatatan: !isTold,
    })),
    jumlahKegiatan: rows.length,
    jumlahLama:
      minutes.length === 0 ? '' : longDuration(minutes.reduce((sum, one) => sum + one, 0)),
    menurutJadwal: rows.filter(({ time }) => time.basis === 'scheduled').length,
    tanpaLama: rows.filter(({ time }) => time.basis === 'open').length,
    tanpaCatatan: rows.filter(({ isTold }) => !isTold).length,
    tanpaNomorSurat: rows.filter(
      ({ subject }) => subject.request.staff.dutyLetterNumber === undefined,
    ).length,
    perPeran: roles.map((nama) => ({
      nama,
      jumlah: rows.filter(({ role }) => role === nama).length,
    })),
    penandaTangan: signatoryFor(desk.settings, 'report'),
  };
};

const byStart = (a: { readonly subject: Case }, b: { readonly subject: Case }): number => {
  const [one, other] = [keyOf(a.subject), keyOf(b.subject)];
  return one < other ? -1 : 1;
};

/** By day, within it by hour. */
const keyOf = onceFor((subject: Case): string => {
  const first = subject.request.answers.schedule?.sessions[0];
  const start = first === undefined ? '' : instantText(instantOf(first.start));
  return `${startDayOf(subject)} ${start} ${subject.ticket}`;
});

/** Of what an old ledger tells without an hour the day is known, too. */
const startDayOf = ({ request: { answers } }: Case): Temporal.PlainDate | undefined =>
  answers.schedule?.startDay ?? answers.day;

const monthOf = onceFor((day: Temporal.PlainDate) => day.toPlainYearMonth());

/** Of the months that are over, in the order of months and names. */
const servedBy = (cases: readonly Case[], situation: Situation): readonly Served[] =>
  [...casesByMonth(cases, situation.timeZone)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, month]) => servedIn(month, situation));

const servedIn = remembering((cases: readonly Case[], { desk, today }): readonly Served[] => {
  const running = today.with({ day: 1 });
  const found = new Map<string, { month: Temporal.PlainYearMonth; name: string; turns: Turn[] }>();
  for (const subject of cases) {
    const day = tookPlace(subject) ? startDayOf(subject) : undefined;
    if (day === undefined || daysBetween(running, day) >= 0) continue;
    const month = monthOf(day);
    for (const { nama, peran } of officersOf(subject, desk)) {
      const key = `${monthText(day)} ${personKey(nama, desk.officers)}`;
      const served = found.get(key) ?? { month, name: nama, turns: [] };
      found.set(key, served);
      served.turns.push({ subject, role: peran });
    }
  }
  return [...found]
    .filter(([, { turns }]) => turns.some(({ subject }) => !isArchived(subject)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, served]) => served);
});

type Turn = Served['turns'][number];

/** Part of the key: the name alone, so that another degree is no other person, unless two are called so. */
const personMark = (name: string, officers: readonly Officer[]): string => {
  const plain = plainName(name);
  const namesakes = officers.filter((officer) => plainName(officer.name) === plain);
  return (namesakes.length > 1 ? name.toLowerCase() : plain)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longestMark);
};

/** Drive keeps notes of a little over a hundred bytes. */
const longestMark = 40;

/** What a file's name may hold of a person's: no degree's full stop before the extension. */
const fileName = (name: string): string => name.slice(0, longestName).replace(/[\s.,]+$/, '');

const longestName = 60;

const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) =>
  servedBy(cases, situation).flatMap((served) => {
    const { month, name } = served;
    const own = `${officerActivities.key}/${month}/${personMark(name, situation.desk.officers)}`;
    return attempt(own, () => {
      const what = { by: officerActivitiesView, from: [served], situation };
      const view = keptView(own, what, (around) => officerActivitiesView(served, around));
      return recalled({ by: officerActivities, of: view, from: [own] }, situation, () =>
        activitiesOf(own, served, view),
      );
    });
  });

const activitiesOf = (
  key: string,
  { month, name }: Served,
  view: OfficerActivitiesView,
): WantedDocument => {
  const { key: kind, title, folder } = officerActivities;
  return {
    key,
    kind,
    folder: [folder, String(month.year), monthFolder(month.toPlainDate({ day: 1 }))],
    name: `${title} ${monthNames[month.month - 1]} ${month.year} - ${fileName(name)}.docx`,
    view,
    because: `${name} bertugas pada bulan yang sudah berakhir.`,
  };
};

const sample: OfficerActivitiesView = {
  ...sampleOffice,
  periode: '2026-11',
  tanggalLaporan: '2026-11-30',
  petugas: {
    nama: sampleOfficers[0]?.nama ?? '',
    nip: sampleOfficers[0]?.nip ?? '',
    pangkat: sampleOfficers[0]?.pangkat ?? '',
    jabatan: sampleOfficers[0]?.jabatan ?? '',
  },
  belumTerdaftar: false,
  kegiatan: [
    {
      nomorTiket: 'VC-2026-0118',
      hariPelaksanaan: 'Selasa, 10\u00A0November\u00A02026',
      waktu: '13.30\u00A0s.d.\u00A015.30\u00A0WITA',
      menurutJadwal: true,
      lama: '2 jam',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      tempat: 'Ruang rapat Badan Kesatuan Bangsa dan Politik',
      peran: 'Operator utama',
      nomorSuratTugas: '',
      laporan: 'Draf',
      tanpaCatatan: true,
    },
    {
      nomorTiket: sampleEvent.nomorTiket,
      hariPelaksanaan: sampleEvent.hariPelaksanaan,
      waktu: '09.10\u00A0s.d.\u00A011.45\u00A0WITA',
      menurutJadwal: false,
      lama: '2 jam 35 menit',
      acara: sampleEvent.acara,
      instansi: sampleEvent.instansi,
      tempat: sampleEvent.tempat,
      peran: 'Operator utama',
      nomorSuratTugas: '800/KOMINFO/321/XI/2026',
      laporan: 'Lengkap',
      tanpaCatatan: false,
    },
  ],
  jumlahKegiatan: 2,
  jumlahLama: '4 jam 35 menit',
  menurutJadwal: 1,
  tanpaLama: 0,
  tanpaCatatan: 1,
  tanpaNomorSurat: 1,
  perPeran: [{ nama: 'Operator utama', jumlah: 2 }],
  penandaTangan: sampleTeamLead,
};

export const officerActivities = {
  about: 'period',
  key: 'kinerja',
  title: 'Daftar Kegiatan',
  folder: 'Kinerja',
  template: 'daftar-kegiatan.docx',
  schema: officerActivitiesSchema,
  mustPrint: [
    'periode',
    'petugas.nama',
    'belumTerdaftar',
    'kegiatan.nomorTiket',
    'kegiatan.acara',
    'kegiatan.peran',
    'kegiatan.lama',
    'kegiatan.menurutJadwal',
    'kegiatan.nomorSuratTugas',
    'kegiatan.tanpaCatatan',
    'jumlahKegiatan',
    'jumlahLama',
    'tanpaLama',
  ],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
