/** What the documents about one event share: who asked, who goes, what stood by. */
import { z } from 'zod';
import { findByName, personKey } from '../../core/assignment/names.ts';
import { institutionOf } from '../../core/cases/case-facts.ts';
import type { Desk } from '../../core/cases/desk.ts';
import { groupBy } from '../../core/cases/group-by.ts';
import type { ServiceKind } from '../../core/cases/request.ts';
import type { Case } from '../../core/cases/situation.ts';
import { dayPhrase, timePhrase } from '../../core/clock/event-time.ts';
import { serviceKindName } from '../../core/columns/choices.ts';
import { onceFor } from '../../core/sheet/once-for.ts';

export const officerSchema = z.object({
  nama: z.string(),
  nip: z.string().describe('NIP tanpa spasi; boleh kosong'),
  pangkat: z.string().describe('Pangkat/golongan; boleh kosong'),
  jabatan: z.string().describe('Jabatan; boleh kosong'),
  peran: z.string().describe('Peran dalam kegiatan, misalnya Penanggung jawab teknis'),
});

export const itemSchema = z.object({
  nama: z.string().describe('Nama peralatan'),
  jumlah: z.number().describe('Jumlah unit'),
});

/** The event as letters name it. */
export const eventShape = {
  nomorTiket: z.string().describe('Nomor tiket, misalnya VC-2026-0123'),
  acara: z.string().describe('Nama kegiatan'),
  instansi: z.string().describe('Instansi pemohon'),
  tempat: z.string().describe('Tempat kegiatan'),
  hariPelaksanaan: z.string().describe('Hari dan tanggal, misalnya Senin, 23 November 2026'),
  waktuPelaksanaan: z.string().describe('Waktu, misalnya 09.00 WITA s.d. selesai'),
  jenisLayanan: z.string().describe('Link Host saja, Link Host + Operator, atau Operator saja'),
  platform: z.string().describe('Aplikasi, misalnya Zoom'),
  nomorSuratPermohonan: z.string().describe('Nomor surat permohonan; boleh kosong'),
  tanggalSuratPermohonan: z.string().describe('Tanggal surat permohonan; boleh kosong'),
};

/** @param topic The event's name, or what may be said of it where others read it. */
export const eventOf = (subject: Case, topic: string) => {
  const {
    ticket,
    request: { answers },
  } = subject;
  return {
    nomorTiket: ticket,
    acara: topic,
    instansi: institutionOf(subject),
    tempat: answers.place ?? '',
    hariPelaksanaan: dayPhrase(answers.schedule),
    waktuPelaksanaan: timePhrase(answers.schedule),
    jenisLayanan: serviceKindWords(answers.serviceKind),
    platform: answers.platform,
    nomorSuratPermohonan: answers.letterNumber ?? '',
    tanggalSuratPermohonan: answers.letterDay?.toString() ?? '',
  };
};

/**
 * The event's name as it may travel. Until the rule on confidentiality has spoken, only an ordinary event
 * keeps its name.
 */
export const publicTopicOf = ({ decided, request: { answers } }: Case): string =>
  decided.disclosure?.publicTopic ??
  (answers.sensitivity === 'biasa' ? (answers.event ?? '') : `Kegiatan ${answers.sensitivity}`);

/** Lead first, then as decided, then those of Tim Jaringan whom staff wrote down; each person once. */
export const officersOf = (
  subject: Case,
  { officers }: Pick<Desk, 'officers'>,
): z.output<typeof officerSchema>[] => [...officersIn(officers)(subject)];

/** Asked for every paper that names them. */
const officersIn = onceFor((officers: Desk['officers']) =>
  onceFor((subject: Case) => officersNamed(subject, officers)),
);

const officersNamed = (
  { decided, request }: Case,
  officers: Desk['officers'],
): readonly z.output<typeof officerSchema>[] => {
  const assigned = (decided.officers?.people ?? []).map(({ name, role }) => ({
    name,
    role: roleWords[role],
  }));
  const fromNetwork = request.staff.networkOfficers.map((name) => ({
    name,
    role: roleWords.network,
  }));
  const byPerson = groupBy([...assigned, ...fromNetwork], ({ name }) => personKey(name, officers));
  return [...byPerson.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { name, role } = first;
    const known = findByName(name, officers);
    return {
      nama: known?.name ?? name,
      nip: known?.nip ?? '',
      pangkat: known?.rank ?? '',
      jabatan: known?.position ?? '',
      peran: role,
    };
  });
};

const roleWords = {
  lead: 'Operator utama',
  network: 'Petugas jaringan',
  support: 'Operator pendamping',
} as const;

const serviceKindWords = (kind: ServiceKind | undefined): string =>
  kind === undefined ? '' : serviceKindName[kind];
