/**
 * Whole, ordinary values for tests: a test names only what it is about.
 *
 * The ordinary request is complete, received on Monday 16 November 2026, for a meeting on Monday 23 November from
 * 09.00 to 11.00 WITA at the Aula of Bappeda; the ordinary moment to look is Tuesday 17 November at 09.00.
 */

import { Temporal } from 'temporal-polyfill';
import type {
  ClockSpan,
  Desk,
  EquipmentItem,
  Licence,
  Officer,
  OfficeSettings,
} from '../../src/core/cases/desk.ts';
import type {
  Answers,
  Request,
  Schedule,
  Signature,
  StaffFacts,
} from '../../src/core/cases/request.ts';
import type { Case, Situation } from '../../src/core/cases/situation.ts';
import { noStaffFacts } from '../../src/core/reading/read-held-row.ts';

export const timeZone = 'Asia/Makassar';

/** `2026-11-23T09:00` in the office's time zone. */
export const at = (text: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);

/** The same as a moment. */
export const instant = (text: string): Temporal.Instant => at(text).toInstant();

/** One session a day from `day` to `endDay`, each between the same hours. */
export const aSchedule = ({
  day = '2026-11-23',
  endDay = day,
  from = '09:00',
  to = '11:00',
  ...rest
}: {
  readonly day?: string;
  readonly endDay?: string;
  readonly from?: string;
  readonly to?: string;
} & Partial<Pick<Schedule, 'openEnd' | 'zone'>> = {}): Schedule => {
  const startDay = Temporal.PlainDate.from(day);
  const days = startDay.until(endDay).days + 1;
  return {
    startDay,
    endDay: Temporal.PlainDate.from(endDay),
    sessions: Array.from({ length: days }, (_, offset) => {
      const on = startDay.add({ days: offset });
      return {
        start: on.toZonedDateTime({ timeZone, plainTime: from }),
        end: on.toZonedDateTime({ timeZone, plainTime: to }),
      };
    }),
    openEnd: false,
    zone: 'WITA',
    ...rest,
  };
};

export const someAnswers = (overrides: Partial<Answers> = {}): Answers => ({
  submittedAt: instant('2026-11-16T09:00'),
  email: 'rahmat@bappeda.test',
  requesterName: 'Rahmat Pakaya, S.Sos.',
  requesterPosition: 'Kepala Subbagian Umum',
  institution: 'Bappeda',
  institutionCanonical: 'Badan Perencanaan Pembangunan Daerah',
  phone: '6281200000001',
  event: 'Rapat Koordinasi Perencanaan',
  schedule: aSchedule(),
  place: 'Aula Bappeda',
  placeContact: 'Sri Lestari',
  hostedElsewhere: false,
  serviceKind: 'link-and-operator',
  platform: 'Zoom',
  participants: 80,
  equipment: [],
  recording: false,
  streaming: false,
  sensitivity: 'biasa',
  letterNumber: '005/Bappeda/123/2026',
  letterDay: Temporal.PlainDate.from('2026-11-13'),
  ...overrides,
});

export const aRequest = ({
  answers = {},
  staff = {},
  ...rest
}: {
  readonly answers?: Partial<Answers>;
  readonly staff?: Partial<StaffFacts>;
} & Partial<Pick<Request, 'row' | 'findings'>> = {}): Request => ({
  row: 2,
  answers: someAnswers(answers),
  staff: { ...noStaffFacts, ...staff },
  findings: [],
  ...rest,
});

/** A request that received its ticket when it was submitted. */
export const aCase = ({
  request,
  answers,
  staff,
  ...rest
}: Partial<Case> & {
  readonly answers?: Partial<Answers>;
  readonly staff?: Partial<StaffFacts>;
} = {}): Case => {
  const whole = request ?? aRequest({ ...(answers && { answers }), ...(staff && { staff }) });
  const { submittedAt } = whole.answers;
  return {
    ticket: 'VC-2026-0001',
    request: whole,
    moments: submittedAt === undefined ? [] : [{ kind: 'received', at: submittedAt }],
    handMade: {},
    previous: {},
    decided: {},
    findings: whole.findings,
    ...rest,
  };
};

export const anOfficer = (overrides: Partial<Officer> = {}): Officer => ({
  name: 'Andi Rahman, S.Kom.',
  team: 'Persandian',
  competences: ['video-conference', 'information-security', 'computer'],
  active: true,
  leave: [],
  ...overrides,
});

export const anItem = (overrides: Partial<EquipmentItem> = {}): EquipmentItem => ({
  name: 'Speaker',
  kind: 'Speaker',
  quantity: 2,
  usable: true,
  condition: 'Baik',
  ...overrides,
});

export const aLicence = (overrides: Partial<Licence> = {}): Licence => ({
  name: 'Zoom 300',
  capacity: 300,
  meetings: 1,
  active: true,
  ...overrides,
});

export const someSettings = (overrides: Partial<OfficeSettings> = {}): OfficeSettings => ({
  government: 'Pemerintah Provinsi Gorontalo',
  office: 'Dinas Komunikasi, Informatika, dan Statistik',
  team: 'Tim Kerja Persandian',
  address: 'Jalan Contoh Nomor 1',
  contact: 'kominfotik@gorontalo.test',
  city: 'Gorontalo',
  head: { title: 'Kepala Dinas', name: 'Contoh Kepala, M.Si.' },
  teamLead: { title: 'Ketua Tim Kerja Persandian', name: 'Contoh Ketua, S.Kom.' },
  signedBy: {
    dutyLetter: 'head',
    shortageNotice: 'lead',
    report: 'lead',
    recap: 'head',
    evaluation: 'head',
  },
  signers: { checked: [], approved: [] },
  signsInOffice: false,
  classification: '555',
  clock: 'wall',
  serviceHours: 24,
  officeHours: {
    start: Temporal.PlainTime.from('07:30'),
    end: Temporal.PlainTime.from('16:00'),
    endFriday: Temporal.PlainTime.from('16:30'),
    breakStart: Temporal.PlainTime.from('12:00'),
    breakMinutes: 60,
    breakMinutesFriday: 90,
  },
  preparationMinutes: 60,
  travelMinutes: 30,
  clearingMinutes: 30,
  assumedEventMinutes: 180,
  settleTime: Temporal.PlainTime.from('15:00'),
  printsConfidentialPhotos: false,
  settleDays: 1,
  sending: {
    ordinary: spans('08:00/11:30', '13:30/16:00'),
    friday: spans('08:00/11:00', '13:30/16:00'),
    urgent: spans('06:30/18:00'),
    dailyLimit: 200,
  },
  mutedMessages: [],
  complaintDays: 5,
  contactMonths: 24,
  supervisors: [],
  institutions: [],
  ...overrides,
});

/** The three officers of the service, one colleague of Tim Jaringan, two licences, and little equipment. */
export const aDesk = ({
  settings,
  ...overrides
}: Partial<Omit<Desk, 'settings'>> & {
  readonly settings?: Partial<OfficeSettings>;
} = {}): Desk => ({
  officers: [
    anOfficer(),
    anOfficer({ name: 'Budi Santoso, S.T.' }),
    anOfficer({ name: 'Citra Dewi, S.Kom., M.T.' }),
    anOfficer({
      name: 'Dedi Gobel, A.Md.',
      team: 'Jaringan',
      competences: ['network', 'computer'],
    }),
  ],
  equipment: [anItem(), anItem({ name: 'Kamera', kind: 'Kamera Zoom', quantity: 1 })],
  licences: [aLicence(), aLicence({ name: 'Zoom 100', capacity: 100 })],
  handOuts: [],
  incidents: [],
  complaints: [],
  surveys: [],
  afterEvents: [],
  actions: [],
  holidays: new Map(),
  periodic: new Map(),
  legalBasis: [],
  settings: someSettings(settings),
  problems: [],
  ...overrides,
});

export const aSituation = ({
  now = '2026-11-17T09:00',
  desk = aDesk(),
  timeZone: zone = timeZone,
  today,
}: {
  readonly now?: string | Temporal.Instant;
  readonly desk?: Desk;
  readonly timeZone?: string;
  readonly today?: Temporal.PlainDate;
} = {}): Situation => {
  const moment = typeof now === 'string' ? instant(now) : now;
  return {
    now: moment,
    timeZone: zone,
    today: today ?? moment.toZonedDateTimeISO(zone).toPlainDate(),
    desk,
  };
};

/** What somebody typed to sign. */
export const aSignature = (name: string, day?: string): Signature => ({
  kind: 'signed',
  name,
  ...(day !== undefined && { day: Temporal.PlainDate.from(day) }),
  typed: [name, ...(day === undefined ? [] : [day])].join(' '),
});

/** '08:00/11:30' */
const spans = (...texts: readonly string[]): readonly ClockSpan[] =>
  texts.map((text) => {
    const [from = '', until = ''] = text.split('/');
    return { from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) };
  });
