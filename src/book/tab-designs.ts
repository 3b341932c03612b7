import { type State, stateNames } from '../core/cases/state.ts';
import { finishedStates, unansweredStates } from '../core/cases/state-groups.ts';
import type { tabs } from '../core/columns/tabs.ts';
import { lateWords } from '../core/rules/word-service-clock.ts';
import type { FieldOf } from '../core/sheet/column.ts';
import type { StateColours, Tint } from './palette.ts';
import { alarm, done, mend, moved, prepared, quietInk, refused, waiting } from './palette.ts';
import { states } from './states.ts';

type AnyTab = (typeof tabs)[number];

/** What makes one tab pleasant to work in, apart from what `columns.ts` says. */
export interface TabDesign<F extends string = string> {
  readonly colour: 'daily' | 'register' | 'settings';
  /** Columns that stand first, in this order; the others follow as in `columns.ts`. */
  readonly first?: readonly F[];
  /** How many of the first columns stay in sight. */
  readonly frozenColumns: number;
  /** How many lines of text a row has room for. */
  readonly lines?: number;
  readonly widths?: Readonly<Partial<Record<F, number>>>;
  /** Details that fold away with one click. */
  readonly folding?: readonly F[];
  /** Number formats other than the kind's own. */
  readonly formats?: Readonly<Partial<Record<F, string>>>;
  /** Drop-downs that offer what another tab lists; other words raise no question. */
  readonly offers?: Readonly<Partial<Record<F, { readonly tab: string; readonly field: string }>>>;
  /** A cell of a filled row counts as filled when this column is. */
  readonly tints: readonly FieldTint<F>[];
  readonly landscape: boolean;
  readonly printScale?: number;
}

export interface FieldTint<F extends string> {
  /** The column to colour, or the whole row. */
  readonly on: F | 'row';
  /** A formula in which `[field]` stands for the row's cell. */
  readonly when: string;
  readonly tint: Tint;
}

const asTint = ({ fill, text, bold }: StateColours): Tint => ({
  fill,
  text,
  ...(bold && { bold }),
});

const whereText = <F extends string>(
  on: F,
  words: Readonly<Record<string, StateColours>>,
): readonly FieldTint<F>[] =>
  Object.entries(words).map(([word, colours]) => ({
    on,
    when: `[${on}]="${word}"`,
    tint: asTint(colours),
  }));

const isState = (states: ReadonlySet<State>): string =>
  `OR(${[...states].map((state) => `[state]="${state}"`).join(',')})`;

/** What clause A.2.8 asks for and people forget: shown as a gap once the event is over. */
const oftenForgotten = [
  'officers',
  'actualStart',
  'actualEnd',
  'actualLeader',
  'incidents',
  'recordingResult',
] as const;

export const tabDesigns: {
  readonly [N in AnyTab['name']]: TabDesign<FieldOf<Extract<AnyTab, { name: N }>>>;
} = {
  Permohonan: {
    colour: 'daily',
    first: ['ticket', 'state', 'event', 'remarks', 'dueAt', 'serviceTime'],
    frozenColumns: 3,
    lines: 4,
    widths: {
      ticket: 15,
      state: 18,
      event: 40,
      remarks: 80,
      serviceTime: 24,
      email: 29,
      requesterName: 25,
      requesterPosition: 25,
      requesterNip: 23,
      institution: 34,
      phone: 18,
      plannedLeader: 32,
      place: 34,
      placeContact: 26,
      host: 18,
      hostLink: 30,
      serviceKind: 20,
      equipment: 36,
      sensitivity: 12,
      recording: 10,
      streaming: 10,
      zone: 9,
      letterNumber: 24,
      notes: 36,
      officers: 32,
      networkOfficers: 26,
      licence: 19,
      reserved: 32,
      shortage: 30,
      coordination: 38,
      network: 14,
      meetingId: 17,
      meetingLink: 32,
      actualLeader: 32,
      incidents: 10,
      recordingResult: 26,
      reason: 34,
      checkedBy: 24,
      approvedBy: 24,
      waitingForRequester: 12,
      participantsConfigured: 13,
      platformSet: 13,
      shortageMet: 12,
    },
    folding: [
      'email',
      'requesterPosition',
      'requesterNip',
      'placeContact',
      'host',
      'hostLink',
      'letterNumber',
      'letterDay',
      'letterFile',
      'notes',
    ],
    formats: { hostLink: '@' },
    offers: {
      officers: { tab: 'Petugas', field: 'name' },
      networkOfficers: { tab: 'Petugas', field: 'name' },
      licence: { tab: 'Akun Zoom', field: 'name' },
    },
    tints: [
      ...stateNames.map((name) => ({
        on: 'state' as const,
        when: `[state]="${name}"`,
        tint: asTint(states[name].colours),
      })),
      {
        on: 'dueAt',
        when: `AND(ISNUMBER([dueAt]),[dueAt]<NOW(),[confirmed]="",${isState(unansweredStates)})`,
        tint: { fill: refused.fill, text: alarm, bold: true },
      },
      {
        on: 'serviceTime',
        when: `ISNUMBER(SEARCH("${lateWords}",[serviceTime]))`,
        tint: { text: alarm },
      },
      {
        on: 'startDay',
        when: '[startDay]=TODAY()',
        tint: { fill: prepared.fill, bold: true },
      },
      {
        on: 'startDay',
        when: '[startDay]=TODAY()+1',
        tint: { fill: 'EAF3FB', bold: true },
      },
      ...whereText('sensitivity', { Rahasia: moved, Terbatas: waiting }),
      ...whereText('network', { siap: prepared, 'tidak siap': refused }),
      { on: 'incidents', when: '[incidents]="ya"', tint: asTint(waiting) },
      {
        on: 'waitingForRequester',
        when: 'LEN([waitingForRequester])>0',
        tint: asTint(mend),
      },
      {
        on: 'shortage',
        when: 'AND(LEN([shortage])>0,[shortageMet]="")',
        tint: { text: mend.text, bold: true },
      },
      ...oftenForgotten.map((field) => ({
        on: field,
        when: `AND([state]="Selesai",[${field}]="")`,
        tint: { fill: waiting.fill },
      })),
      {
        on: 'row',
        when: isState(finishedStates),
        tint: { fill: 'F7F8F9', text: quietInk },
      },
      {
        on: 'row',
        when: '[state]="Perlu Perbaikan"',
        tint: { fill: 'FFF8F0' },
      },
      { on: 'row', when: '[state]="Berlangsung"', tint: { fill: 'EEF8F2' } },
    ],
    landscape: true,
    printScale: 55,
  },
  Petugas: {
    colour: 'register',
    frozenColumns: 1,
    lines: 3,
    widths: {
      name: 32,
      nip: 22,
      rank: 25,
      position: 30,
      competences: 42,
      leave: 30,
      email: 28,
    },
    formats: { leave: '@' },
    tints: [
      {
        on: 'row',
        when: 'AND(LEN([name])>0,[active]="")',
        tint: { text: quietInk },
      },
    ],
    landscape: true,
  },
  Peralatan: {
    colour: 'register',
    frozenColumns: 1,
    widths: { name: 36, kind: 26, standard: 48 },
    tints: [
      ...whereText('condition', {
        'Rusak ringan': waiting,
        'Rusak berat': refused,
      }),
      {
        on: 'quantity',
        when: 'AND(LEN([name])>0,[quantity]="")',
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
  },
  'Akun Zoom': {
    colour: 'register',
    frozenColumns: 1,
    widths: { name: 34, capacity: 14 },
    tints: [
      {
        on: 'row',
        when: 'AND(LEN([name])>0,[active]="")',
        tint: { text: quietInk },
      },
    ],
    landscape: false,
  },
  Kendala: {
    colour: 'daily',
    frozenColumns: 1,
    lines: 2,
    widths: { ticket: 15, what: 46, action: 46, who: 26, solvedAt: 20 },
    offers: { ticket: { tab: 'Permohonan', field: 'ticket' } },
    tints: [
      {
        on: 'solvedAt',
        when: 'AND(LEN([ticket])>0,[solvedAt]="")',
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
  },
  Pengaduan: {
    colour: 'daily',
    frozenColumns: 2,
    lines: 2,
    widths: {
      ticket: 15,
      name: 26,
      kind: 13,
      text: 52,
      answer: 46,
      handler: 30,
    },
    offers: {
      ticket: { tab: 'Permohonan', field: 'ticket' },
      handler: { tab: 'Petugas', field: 'name' },
    },
    tints: [
      ...whereText('kind', { pungutan: refused, pengaduan: waiting }),
      {
        on: 'closed',
        when: 'AND(LEN([text])>0,[closed]="")',
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
  },
  Survei: {
    colour: 'daily',
    frozenColumns: 2,
    widths: {
      ticket: 15,
      u1: 15,
      u2: 12,
      u3: 12,
      u4: 13,
      u5: 12,
      u6: 16,
      u7: 13,
      u8: 15,
      u9: 13,
    },
    tints: (['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const).map((on) => ({
      on,
      when: `AND(ISNUMBER([${on}]),[${on}]<=2)`,
      tint: asTint(waiting),
    })),
    landscape: true,
  },
  'Tindak Lanjut': {
    colour: 'daily',
    frozenColumns: 1,
    lines: 2,
    widths: { year: 9, finding: 52, action: 52, owner: 30 },
    formats: { year: '0' },
    offers: { owner: { tab: 'Petugas', field: 'name' } },
    tints: [
      {
        on: 'due',
        when: 'AND(ISNUMBER([due]),[due]<TODAY(),[state]<>"selesai")',
        tint: { text: alarm, bold: true },
      },
      ...whereText('state', {
        terbuka: waiting,
        berjalan: prepared,
        selesai: done,
      }),
    ],
    landscape: true,
  },
  'Hari Libur': {
    colour: 'settings',
    frozenColumns: 1,
    widths: { day: 20, kind: 18, name: 48 },
    tints: [
      {
        on: 'row',
        when: 'AND(ISNUMBER([day]),[day]<TODAY())',
        tint: { text: quietInk },
      },
      ...whereText('kind', { 'cuti bersama': prepared, 'libur daerah': moved }),
    ],
    landscape: false,
  },
  'Dasar Hukum': {
    colour: 'settings',
    frozenColumns: 1,
    lines: 2,
    widths: { number: 9, text: 110 },
    formats: { number: '0' },
    tints: [],
    landscape: true,
  },
  Pengaturan: {
    colour: 'settings',
    frozenColumns: 1,
    lines: 2,
    widths: { name: 36, value: 60, hint: 64 },
    formats: { value: '@' },
    tints: [],
    landscape: true,
  },
};
