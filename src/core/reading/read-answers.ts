import type { Temporal } from 'temporal-polyfill';
import type { OfficeSettings } from '../cases/desk.ts';
import { isForgotten } from '../cases/forgotten.ts';
import type { Answers, ServiceKind } from '../cases/request.ts';
import { headerOf, type RequestField } from '../columns/request-tab.ts';
import { localDay } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, quote, textOf } from './cell-text.ts';
import { isKeyboardNoise } from './keyboard-noise.ts';
import type { Notes } from './notes.ts';
import type { OurNames } from './our-office.ts';
import { present } from './present.ts';
import { readCount } from './read-count.ts';
import { readDays } from './read-days.ts';
import { readEmail } from './read-email.ts';
import { readEquipment } from './read-equipment.ts';
import { readHost } from './read-host.ts';
import { readImported } from './read-imported.ts';
import { readInstitution } from './read-institution.ts';
import { readLetterDay } from './read-letter-day.ts';
import { readMoment } from './read-moment.ts';
import { readNip } from './read-nip.ts';
import { readOfficial } from './read-official.ts';
import { readPhone } from './read-phone.ts';
import { type PlatformAnswer, readPlatform } from './read-platform.ts';
import { readSchedule } from './read-schedule.ts';
import { readSensitivity } from './read-sensitivity.ts';
import { mentionsStreaming, readServiceKind } from './read-service-kind.ts';
import { readWish } from './read-wish.ts';
import { unsure } from './reading.ts';
import { isYetToCome } from './yet-to-come.ts';

/** The cells of one row of Permohonan, by field; a column that is missing has none. */
export type RequestCells = Readonly<Partial<Record<RequestField, Cell>>>;

export interface RowSituation {
  readonly cells: RequestCells;
  /** The office's. */
  readonly timeZone: string;
  readonly settings: Pick<OfficeSettings, 'institutions' | 'assumedEventMinutes'> & OurNames;
  readonly notes: Notes;
  /** When the row was first seen, for rows that nobody stamped. */
  readonly firstSeen?: Temporal.PlainDate;
}

/** What the requester answered; what clause A.1 requires and is missing or unclear stands in the notes. */
export const readAnswers = (row: RowSituation): Answers => {
  const { cells, timeZone, settings, notes } = row;
  const submittedAt = notes.take(readMoment(cells.submittedAt, { timeZone }), {
    field: 'submittedAt',
    cell: cells.submittedAt,
    advice: 'Biarkan kolom ini terisi oleh formulir.',
    otherwise: 'warning',
  });
  const reference = submittedAt && localDay(submittedAt, timeZone);
  const requester = readRequester(row);
  const event = required('event', 'Tulis nama kegiatan seperti dalam surat.', row);
  const isLongPast = readImported(cells)?.kind === 'archive';
  const schedule = readSchedule({
    cells,
    reference,
    ...present({ firstSeen: row.firstSeen }),
    isLongPast,
    timeZone,
    assumedEventMinutes: settings.assumedEventMinutes,
    notes,
  });
  const serviceKind = takeServiceKind(row);
  const place = takePlace(row, serviceKind);
  const sensitivity = readSensitivity(cells.sensitivity);
  const { platform, streaming } = takePlatform(row);
  return {
    ...requester,
    ...present({
      submittedAt,
      event,
      plannedLeader: notes.take(readOfficial(cells.plannedLeader), {
        field: 'plannedLeader',
        cell: cells.plannedLeader,
        advice: '',
        otherwise: 'warning',
      }),
      schedule,
      day: isLongPast && schedule === undefined ? dayAlone(cells.startDay) : undefined,
      place,
      placeContact: answerOf(cells.placeContact),
      serviceKind,
    }),
    ...takeHost(row),
    platform,
    equipment:
      notes.take(readEquipment(cells.equipment), {
        field: 'equipment',
        cell: cells.equipment,
        advice: '',
        otherwise: 'warning',
      }) ?? [],
    recording: takeWish('recording', row) ?? false,
    streaming: takeWish('streaming', row) ?? (streaming || mentionsStreaming(cells.serviceKind)),
    sensitivity:
      notes.take(sensitivity, {
        field: 'sensitivity',
        cell: cells.sensitivity,
        advice: '',
        otherwise: 'question',
      }) ?? (sensitivity.kind === 'empty' ? 'biasa' : 'rahasia'),
    ...present({
      participants: takeParticipants(row),
      letterNumber: answerOf(cells.letterNumber),
      letterDay: notes.take(readLetterDay(cells.letterDay, reference), {
        field: 'letterDay',
        cell: cells.letterDay,
        advice: 'Tulis misalnya 23/11/2026.',
        otherwise: 'warning',
      }),
      letterFile: answerOf(cells.letterFile),
      notes: answerOf(cells.notes),
    }),
  };
};

const dayAlone = (cell: Cell | undefined): Temporal.PlainDate | undefined => {
  const reading = readDays(cell, undefined);
  return reading.kind === 'read' ? reading.value.from : undefined;
};

const readRequester = (row: RowSituation) => {
  const { cells, settings, notes } = row;
  const requesterName = required('requesterName', 'Tulis nama lengkap pemohon.', row);
  const requesterNip = notes.take(readNip(cells.requesterNip), {
    field: 'requesterNip',
    cell: cells.requesterNip,
    advice: 'Tulis 18 angka, atau kosongkan.',
    otherwise: 'warning',
  });
  const institution = takeInstitution(row);
  const known =
    institution === undefined
      ? undefined
      : readInstitution(institution, settings.institutions, settings);
  if (known?.kind === 'similar')
    notes.add(
      'warning',
      'institution',
      `${headerOf('institution')} ${quote(institution)} mungkin ${known.name}. Bila benar, tambahkan ejaan itu pada tab Pengaturan.`,
    );
  return present({
    requesterName,
    requesterPosition: answerOf(cells.requesterPosition),
    requesterNip,
    institution,
    institutionCanonical: known?.kind === 'known' ? known.name : undefined,
    ...takeContact(row),
  });
};

/** "tes" and "asdf" name nobody: asked about, and counted as no institution. */
const takeInstitution = (row: RowSituation): string | undefined => {
  const typed = required('institution', 'Tulis nama instansi atau perangkat daerah.', row);
  if (typed === undefined || !isKeyboardNoise(typed)) return typed;
  row.notes.add(
    'question',
    'institution',
    `${headerOf('institution')} ${quote(typed)} bukan nama instansi. Tulis nama instansi pemohon; bila baris ini hanya uji coba, hapus barisnya.`,
  );
  return undefined;
};

/** One way to reach the requester is enough; an unreadable telephone number is a defect only without the other. */
const takeContact = ({ cells, notes }: RowSituation) => {
  // Long over, and nobody is to be reached any more.
  if (isForgotten(textOf(cells.email)) || isForgotten(textOf(cells.phone))) return {};
  const email = notes.take(readEmail(cells.email), {
    field: 'email',
    cell: cells.email,
    advice: 'Tulis misalnya nama@gorontaloprov.go.id.',
    otherwise: 'warning',
  });
  const reading = readPhone(cells.phone);
  const otherwise = email === undefined ? 'defect' : 'warning';
  const phone = notes.take(reading, {
    field: 'phone',
    cell: cells.phone,
    advice: 'Tulis misalnya 081234567890.',
    otherwise,
  });
  if (reading.kind === 'empty' && email === undefined)
    notes.add(
      'defect',
      'phone',
      `${headerOf('phone')} dan ${headerOf('email')} belum diisi. Isi salah satunya agar pemohon dapat dihubungi.`,
    );
  return { email, phone };
};

const required = (
  field: RequestField,
  advice: string,
  { cells, notes }: RowSituation,
): string | undefined => {
  const answer = answerOf(cells[field]);
  if (answer === undefined) notes.add('defect', field, `${headerOf(field)} belum diisi. ${advice}`);
  return answer;
};

const takeServiceKind = ({ cells, notes }: RowSituation): ServiceKind | undefined => {
  const advice = 'Pilih Link Host saja, Link Host + Operator, atau Operator saja.';
  const reading = readServiceKind(cells.serviceKind);
  if (reading.kind === 'empty')
    notes.add('defect', 'serviceKind', `${headerOf('serviceKind')} belum diisi. ${advice}`);
  return notes.take(reading, {
    field: 'serviceKind',
    cell: cells.serviceKind,
    advice,
    otherwise: 'defect',
  });
};

const takePlace = (row: RowSituation, kind: ServiceKind | undefined): string | undefined =>
  kind === 'link'
    ? answerOf(row.cells.place)
    : required('place', 'Tulis ruangan dan gedung tempat kegiatan.', row);

/** Until it is clear who hosts, a link that was given says that another office does. */
const takeHost = ({ cells, settings, notes }: RowSituation) => {
  const hostLink = isYetToCome(cells.hostLink) ? undefined : answerOf(cells.hostLink);
  const host = notes.take(readHost(cells.host, settings), {
    field: 'host',
    cell: cells.host,
    advice: '',
    otherwise: 'question',
  });
  const hostedElsewhere = host === undefined ? hostLink !== undefined : host === 'elsewhere';
  if (hostedElsewhere && hostLink === undefined)
    notes.add(
      'warning',
      'hostLink',
      `${headerOf('hostLink')} belum diisi. Minta kepada pemohon sebelum persiapan teknis.`,
    );
  return { hostedElsewhere, ...present({ hostLink }) };
};

const takePlatform = ({ cells, notes }: RowSituation): PlatformAnswer =>
  notes.take(readPlatform(cells.platform), {
    field: 'platform',
    cell: cells.platform,
    advice: '',
    otherwise: 'question',
  }) ?? { platform: answerOf(cells.platform) ?? 'Zoom', streaming: false };

/** Nobody holds a meeting of none; who does not know yet has not answered. */
const takeParticipants = ({ cells, notes }: RowSituation): number | undefined => {
  const advice = 'Tulis satu jumlah, misalnya 50.';
  const reading = readCount(cells.participants);
  const typed = answerOf(cells.participants);
  if (reading.kind === 'empty' && typed !== undefined)
    notes.add(
      'warning',
      'participants',
      `${headerOf('participants')} ${quote(typed)} belum menyebut jumlah. ${advice}`,
    );
  const isNone = reading.kind === 'read' && reading.value === 0;
  return notes.take(isNone ? unsure(`tidak mungkin. ${advice}`) : reading, {
    field: 'participants',
    cell: cells.participants,
    advice,
    otherwise: 'warning',
  });
};

const takeWish = (
  field: 'recording' | 'streaming',
  { cells, notes }: RowSituation,
): boolean | undefined =>
  notes.take(readWish(cells[field], field), {
    field,
    cell: cells[field],
    advice: 'Tulis Ya atau Tidak; sampai jelas, dianggap Tidak.',
    otherwise: 'warning',
  });
