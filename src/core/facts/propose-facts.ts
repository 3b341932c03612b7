/**
 * What is proposed for the report of an event, from what people said after it and what Zoom wrote down.
 *
 * A proposal stands in the staff's own cell until they change it; it never takes the place of what they typed, and goes
 * when nobody says it any more. Where two say different things, nothing is proposed and staff are asked: nobody here
 * knows who is right. Nothing is taken of an event that has not begun: the ticket is another one's.
 */
import type { Temporal } from 'temporal-polyfill';
import type { AttendanceReport } from '../cases/attendance.ts';
import { hasStarted } from '../cases/case-facts.ts';
import { type AfterEvent, type FactField, factFields } from '../cases/desk.ts';
import type { Finding, Request } from '../cases/request.ts';
import type { Proposal, Proposals } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { afterEventHeader } from '../columns/after-event-tab.ts';
import { headerOf } from '../columns/request-tab.ts';
import { quote } from '../reading/cell-text.ts';
import { present } from '../reading/present.ts';
import { fold } from '../reading/spelling.ts';
import { localDay } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { attendanceFacts } from './attendance-facts.ts';
import { besideZoom, kept, proposalFrom, type Settled } from './beside-zoom.ts';
import { readTold, type ToldOf, type Understood } from './told-facts.ts';

/** What was told of one event. */
export interface FactSources {
  /** Of Setelah Kegiatan. */
  readonly answers: readonly AfterEvent[];
  /** Of Zoom; `unseen` while nobody can say which there are: nothing that they told is taken back then. */
  readonly attendance: readonly AttendanceReport[] | 'unseen';
  /** The tab Kendala tells of one. */
  readonly hasIncident: boolean;
}

export interface ProposedFacts {
  readonly proposals: Proposals;
  /** What is asked or told beside the request. */
  readonly findings: readonly Finding[];
  /** What is asked beside the row of an answer. */
  readonly asked: readonly { readonly answer: AfterEvent; readonly text: string }[];
}

/** The cells that staff may fill themselves. */
export interface StaffCells {
  /** Staff have not put a word of their own there. */
  readonly isOpen: (field: FactField) => boolean;
  readonly standing: (field: FactField) => Cell;
}

interface About extends StaffCells {
  /** Read as it stands without any proposal. */
  readonly request: Request;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

export const proposeFacts = (
  sources: FactSources,
  { request, now, timeZone, isOpen, standing }: About,
): ProposedFacts => {
  const { answers } = sources;
  const { schedule, submittedAt, plannedLeader } = request.answers;
  if (schedule !== undefined && !hasStarted({ request }, now))
    return { ...nothing, asked: answers.map((answer) => ({ answer, text: notBegun })) };
  const of = {
    timeZone,
    schedule,
    plannedLeader,
    reference: submittedAt && localDay(submittedAt, timeZone),
  };
  const told = factFields.map((field) => factTold(field, { answers, of }));
  const isUnseen = sources.attendance === 'unseen';
  const zoom = attendanceFacts(sources.attendance === 'unseen' ? [] : sources.attendance, {
    schedule,
    staff: request.staff,
  });
  const settled = told
    .map(({ field, facts }) => settle(field, facts, sources))
    .map((one) => besideZoom(one, { zoom, schedule }))
    .map((one) => (isUnseen && isOpen(one.field) ? kept(one, standing(one.field)) : one));
  return {
    proposals: present(Object.fromEntries(settled.map(({ field, proposal }) => [field, proposal]))),
    findings: [
      ...settled.flatMap(({ field, doubt }) =>
        doubt !== undefined && isOpen(field)
          ? [{ kind: 'warning' as const, field: headerOf(field), text: doubt }]
          : [],
      ),
      ...incidentFindings(sources),
      ...sourceFindings(
        settled.flatMap(({ field, proposal }) =>
          proposal !== undefined && isOpen(field) ? [{ field, proposal }] : [],
        ),
      ),
    ],
    asked: told.flatMap(({ field, asked }) => (isOpen(field) ? asked : [])),
  };
};

const nothing: ProposedFacts = { proposals: {}, findings: [], asked: [] };

const notBegun =
  'Kegiatan dengan nomor tiket ini belum dimulai, sehingga isian ini belum dipakai. Periksa nomor tiketnya.';

/** What all answers say of one fact, and what could not be understood. */
const factTold = (
  field: FactField,
  { answers, of }: { readonly answers: readonly AfterEvent[]; readonly of: ToldOf },
): {
  readonly field: FactField;
  readonly facts: readonly Understood[];
  readonly asked: ProposedFacts['asked'];
} => {
  const facts: Understood[] = [];
  const asked: { answer: AfterEvent; text: string }[] = [];
  for (const answer of answers) {
    const cell = answer.told[field];
    if (cell === undefined) continue;
    const reading = readTold[field](cell, of);
    const about = `${askedHeader[field]} ${quote(cell)}`;
    if (reading.kind === 'read') facts.push(reading.value);
    if (reading.kind === 'unsure') asked.push({ answer, text: `${about} ${reading.question}` });
    if (reading.kind === 'unreadable')
      asked.push({ answer, text: `${about} tidak terbaca. ${advice[field]}` });
  }
  return { field, facts, asked };
};

/** Under which of its columns an answer is asked about. */
const askedHeader: Readonly<Record<FactField, string>> = {
  actualStart: afterEventHeader('actualStart'),
  actualEnd: afterEventHeader('actualEnd'),
  attended: afterEventHeader('attended'),
  actualLeader: afterEventHeader('leader'),
  incidents: afterEventHeader('incidents'),
  recordingResult: afterEventHeader('recordingResult'),
};

const advice: Readonly<Record<FactField, string>> = {
  actualStart: 'Tulis misalnya 09.30.',
  actualEnd: 'Tulis misalnya 09.30.',
  attended: 'Tulis satu jumlah, misalnya 50.',
  actualLeader: 'Tulis nama dan jabatannya.',
  incidents: 'Pilih Ya atau Tidak.',
  recordingResult: 'Tulis "tidak direkam" atau tautan rekaman.',
};

const settle = (
  field: FactField,
  facts: readonly Understood[],
  { hasIncident }: FactSources,
): Settled => {
  const different = distinct(field, facts);
  const [fact] = different;
  if (fact === undefined) return { field };
  if (different.length > 1) {
    const words = list(different.map(({ cell }) => quote(cell)));
    return { field, doubt: `isian ${source} berbeda: ${words}. Isi yang benar.` };
  }
  if (field === 'incidents' && fact.meaning === 'tidak' && hasIncident)
    return {
      field,
      doubt: `isian ${source} menyebut tidak ada, padahal tab Kendala memuat kendala tiket ini. Isi yang benar.`,
    };
  return { field, proposal: proposalFrom(fact.cell, `isian ${source}`) };
};

const source = 'Setelah Kegiatan';

/** One of each meaning. Who names a position besides says no other thing than who does not. */
const distinct = (field: FactField, facts: readonly Understood[]): readonly Understood[] => {
  const byMeaning = [...new Map(facts.map((fact) => [fact.meaning, fact])).values()];
  return field === 'actualLeader'
    ? byMeaning.filter((one) => !byMeaning.some((other) => saysMore(other, one)))
    : byMeaning;
};

const saysMore = (fuller: Understood, { meaning }: Understood): boolean => {
  const [name, position, standIn] = meaning.split('|');
  const [fullName, fullPosition, fullStandIn] = fuller.meaning.split('|');
  return position === '' && fullPosition !== '' && name === fullName && standIn === fullStandIn;
};

/** What went wrong is told in its own tab, with what was done about it. */
const incidentFindings = ({ answers, hasIncident }: FactSources): readonly Finding[] => {
  const told = answers.flatMap(({ incident }) => incident ?? []);
  const once = [...new Map(told.map((text) => [fold(text), text])).values()];
  return hasIncident || once.length === 0
    ? []
    : [
        {
          kind: 'warning',
          text: `Kendala menurut isian ${source}: ${list(once.map(quote))}. Catat di tab Kendala beserta tindakannya.`,
        },
      ];
};

const sourceFindings = (
  proposed: readonly { readonly field: FactField; readonly proposal: Proposal }[],
): readonly Finding[] => {
  const sources = [...new Set(proposed.map(({ proposal }) => proposal.source))];
  return sources.map((from) => {
    const fields = proposed.filter(({ proposal }) => proposal.source === from);
    const headers = list(fields.map(({ field }) => headerOf(field)));
    return {
      kind: 'warning',
      text: `${headers} diusulkan menurut ${from}. Ganti selnya bila keliru.`,
    };
  });
};
