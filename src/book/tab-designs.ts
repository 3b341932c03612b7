/** How each tab looks: colours, widths, formats, choices. */
import type { MessageState } from '../core/cases/messages.ts';
import { type State, stateNames } from '../core/cases/state.ts';
import { finishedStates, unansweredStates } from '../core/cases/state-groups.ts';
import { certaintyWords } from '../core/columns/import-tab.ts';
import { surveyElements } from '../core/columns/survey-elements.ts';
import type { AnyTab, TabName } from '../core/columns/tabs.ts';
import { stateBeginnings } from '../core/messages/shown/message-words.ts';
import { lateWords } from '../core/rules/word-service-clock.ts';
import type { FieldOf } from '../core/sheet/column.ts';
import type { StateColours, Tint } from './palette.ts';
import { alarm, done, mend, moved, prepared, quietInk, refused, waiting } from './palette.ts';
import { states } from './states.ts';

/** What makes one tab pleasant to work in, apart from what its columns say. */
export interface TabDesign<F extends string = string> {
  readonly colour: 'daily' | 'register' | 'settings';
  /** Columns that stand first, in this order; the others follow as its file in `core/columns/` lists them. */
  readonly first?: readonly F[];
  /** How many of the first columns stay in sight. */
  readonly frozenColumns: number;
  /** How many lines of text a row has room for. */
  readonly lines?: number;
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

const messageTints = (
  tints: Partial<Readonly<Record<MessageState['kind'], Tint>>>,
): readonly FieldTint<'state'>[] =>
  Object.entries(stateBeginnings).flatMap(([kind, words]) => {
    const tint = tints[kind as MessageState['kind']];
    return tint === undefined
      ? []
      : [{ on: 'state' as const, when: `ISNUMBER(SEARCH("${words}",[state]))`, tint }];
  });

/** Scores with which somebody was not content. */
const lowScores = surveyElements.map(({ field }) => ({
  on: field,
  when: `AND(ISNUMBER([${field}]),[${field}]<=2)`,
  tint: asTint(waiting),
}));

/** Suggestions are closed by nobody. */
const awaitsAnswer = (field: string): string =>
  `AND([${field}]<>"",[${field}]<>"saran",[${field}]<>"masukan")`;

export const tabDesigns: {
  readonly [N in TabName]: TabDesign<FieldOf<Extract<AnyTab, { name: N }>>>;
} = {
  Permohonan: {
    colour: 'daily',
    first: ['ticket', 'state', 'event', 'remarks', 'dueAt', 'serviceTime'],
    frozenColumns: 3,
    lines: 5,
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
    tints: [
      {
        on: 'row',
        when: 'AND(LEN([name])>0,[active]="")',
        tint: { text: quietInk },
      },
    ],
    landscape: false,
  },
  'Serah Terima Alat': {
    colour: 'daily',
    frozenColumns: 1,
    tints: [
      {
        on: 'returned',
        when: 'AND(LEN([item])>0,[returned]="")',
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
  },
  Kendala: {
    colour: 'daily',
    frozenColumns: 1,
    lines: 2,
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
    lines: 4,
    tints: [
      ...whereText('kind', { pungutan: refused, pengaduan: waiting }),
      {
        on: 'closed',
        when: `AND(${awaitsAnswer('kind')},[closed]="")`,
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
  },
  Survei: {
    colour: 'daily',
    frozenColumns: 2,
    lines: 2,
    tints: lowScores,
    landscape: true,
  },
  'Setelah Kegiatan': {
    colour: 'daily',
    first: ['submittedAt', 'ticket', 'remarks'],
    frozenColumns: 2,
    lines: 2,
    tints: [
      { on: 'incidents', when: '[incidents]="Ya"', tint: asTint(waiting) },
      ...whereText('complaintKind', { pungutan: refused, pengaduan: waiting }),
      ...lowScores,
      {
        on: 'closed',
        when: `AND(LEN([complaint])>0,${awaitsAnswer('complaintKind')},[closed]="")`,
        tint: { fill: waiting.fill },
      },
    ],
    landscape: true,
    printScale: 55,
  },
  'Dokumen Berkala': {
    colour: 'daily',
    frozenColumns: 1,
    lines: 2,
    tints: [],
    landscape: true,
  },
  Pesan: {
    colour: 'daily',
    frozenColumns: 2,
    lines: 2,
    tints: [
      ...messageTints({
        failed: asTint(refused),
        unsure: asTint(mend),
        waiting: asTint(waiting),
        sent: asTint(done),
        withdrawn: { text: quietInk },
      }),
    ],
    landscape: true,
  },
  'Catatan Impor': {
    colour: 'settings',
    frozenColumns: 1,
    lines: 2,
    tints: whereText('certainty', { [certaintyWords.unsure]: waiting }),
    landscape: true,
  },
  'Tindak Lanjut': {
    colour: 'daily',
    frozenColumns: 1,
    lines: 2,
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
    tints: [],
    landscape: true,
  },
  Pengaturan: {
    colour: 'settings',
    frozenColumns: 1,
    lines: 2,
    tints: [],
    landscape: true,
  },
};
