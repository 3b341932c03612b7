/** What an officer is told of a duty: the same names in its first telling, in what changed and in the reminder. */
import { findByName } from '../../assignment/names.ts';
import type { Role } from '../../assignment/roster.ts';
import type { MessageView } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { serviceKindName } from '../../columns/choices.ts';
import { contactOf } from '../../day/contact.ts';
import {
  hourWords,
  momentWords,
  officeWords,
  requestWords,
  scheduleWords,
  withoutLinks,
} from '../event-words.ts';
import { sampleEventWords } from '../samples.ts';

export interface OnDuty {
  /** As the register spells it, where it knows who is meant. */
  readonly name: string;
  readonly role: Role;
  readonly provisional: boolean;
}

/** Those whom the rules or staff named, and those whom Tim Kerja Jaringan sends; each once. */
export const peopleOnDuty = (
  { request: { staff }, decided: { officers } }: Case,
  { desk }: Situation,
): readonly OnDuty[] => {
  const assigned = officers?.kind === 'assigned' ? officers.people : [];
  const sent = staff.networkOfficers.map(
    (name) => ({ name, role: 'network', provisional: false }) as const,
  );
  const people = new Map<string, OnDuty>();
  for (const person of [...assigned, ...sent]) {
    const name = findByName(person.name, desk.officers)?.name ?? person.name;
    if (!people.has(name)) people.set(name, { ...person, name });
  }
  return [...people.values()];
};

const roleWords: Readonly<Record<Role, string>> = {
  lead: 'petugas utama',
  network: 'petugas jaringan',
  support: 'pendamping',
};

/** Neither topic nor way into the meeting of a confidential event: those are told by word of mouth (clause I). */
export const dutyWords = (
  subject: Case,
  { name, role }: Pick<OnDuty, 'name' | 'role'>,
  situation: Situation,
): MessageView => {
  const { answers } = subject.request;
  const { licence, equipment } = subject.decided;
  return {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    peran: roleWords[role],
    sifat: answers.sensitivity,
    dirahasiakan: answers.sensitivity === 'rahasia',
    layanan: answers.serviceKind === undefined ? '' : serviceKindName[answers.serviceKind],
    siap: readyWords(subject, situation),
    kontakTempat: withoutLinks(contactOf(subject), subject),
    rekan: peopleOnDuty(subject, situation)
      .filter((other) => other.name !== name)
      .map((other) => colleagueWords(other, situation)),
    peralatan: (equipment?.reserved ?? []).map(({ name: nama, quantity: jumlah }) => ({
      nama,
      jumlah,
    })),
    akun: licence?.kind === 'allocated' ? (licence.name ?? '') : '',
  };
};

/** What makes a duty another one to whoever was told of it. */
const dutyNames = [
  { name: 'tiket', label: 'Nomor permohonan' },
  { name: 'hari', label: 'Hari' },
  { name: 'waktu', label: 'Waktu' },
  { name: 'tempat', label: 'Tempat' },
  { name: 'peran', label: 'Peran' },
  { name: 'sifat', label: 'Sifat kegiatan' },
] as const;

interface DutyDifference {
  readonly apa: string;
  readonly dari: string;
  readonly menjadi: string;
}

export const dutyDifferences = (heard: MessageView, view: MessageView): readonly DutyDifference[] =>
  dutyNames
    .map(({ name, label }) => ({
      apa: label,
      dari: String(heard[name] ?? ''),
      menjadi: String(view[name] ?? ''),
    }))
    .filter(({ dari, menjadi }) => dari !== menjadi);

const readyWords = ({ request: { answers } }: Case, { desk }: Situation): string => {
  const start = answers.schedule?.sessions[0]?.start;
  if (start === undefined) return '';
  const from = start.subtract({ minutes: desk.settings.preparationMinutes });
  return from.toPlainDate().equals(start.toPlainDate()) ? hourWords(from) : momentWords(from);
};

const colleagueWords = ({ name, role, provisional }: OnDuty, { desk }: Situation) => ({
  nama: name,
  peran: provisional ? `${roleWords[role]}, sementara` : roleWords[role],
  telepon: desk.officers.find((officer) => officer.name === name)?.phone?.replace(/^62/, '0') ?? '',
});

export const sampleDuty: MessageView = {
  ...sampleEventWords,
  peran: 'petugas utama',
  sifat: 'biasa',
  dirahasiakan: false,
  layanan: 'Link Host + Operator',
  siap: 'pukul 08.00 WITA',
  kontakTempat: 'Sri Contoh, 081200000001',
  rekan: [{ nama: 'Budi Contoh, S.T.', peran: 'pendamping', telepon: '081200000002' }],
  peralatan: [{ nama: 'Speaker', jumlah: 1 }],
  akun: 'Zoom 300',
};
