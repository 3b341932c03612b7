/** Where a state set by hand and the facts of the row disagree: it stands, and this is what staff are told. */

import type { Finding } from '../cases/request.ts';
import type { Case, SettledState, Situation } from '../cases/situation.ts';
import { type State, stateNames } from '../cases/state.ts';
import { begunStates, calledOffStates } from '../cases/state-groups.ts';
import { clockTime, plainDay } from '../cases/wording.ts';
import { hasTraces } from '../clock/held.ts';
import { wasMovedBefore } from '../clock/new-schedule.ts';
import { headerOf } from '../columns/request-tab.ts';

export const contradictions = (
  subject: Case,
  byHand: State,
  byFacts: SettledState,
): readonly Finding[] => {
  const { reason } = subject.request.staff;
  // A move is said by its own rule, and the later request has the new day.
  if (subject.movedTo !== undefined) return heldAfterAll(subject, byHand);
  if (calledOffStates.has(byHand)) {
    return [
      ...(reason ? [] : [needsReason(byHand)]),
      ...(byHand === 'Dijadwalkan Ulang' ? [needsNewDay(subject)] : []),
      ...heldAfterAll(subject, byHand),
    ];
  }
  if (byHand === byFacts.is) return [];
  if (byHand === 'Ditutup') return closedEarly(subject, byFacts);
  const isAhead = stateNames.indexOf(byHand) > stateNames.indexOf(byFacts.is);
  if (!isAhead && !begunStates.has(byFacts.is)) return [];
  return [
    warning(
      `Status diisi ${byHand}, sedangkan menurut isian baris ini ${byFacts.is}: ${lowerFirst(byFacts.because)} Lengkapi isiannya, atau kosongkan Status agar mengikuti isian.`,
    ),
  ];
};

const closedEarly = ({ decided, request }: Case, byFacts: SettledState): readonly Finding[] => {
  if (byFacts.is !== 'Selesai') {
    return [
      warning(
        `Status diisi Ditutup, sedangkan menurut isian baris ini ${byFacts.is}: ${lowerFirst(byFacts.because)} Periksa kembali Status.`,
      ),
    ];
  }
  if (decided.reportFacts?.waived || request.staff.reason) return [];
  return [
    warning(
      'Status diisi Ditutup padahal isian laporan belum lengkap. Lengkapi isiannya, atau tulis sebabnya pada Alasan.',
    ),
  ];
};

const needsReason = (state: State): Finding => ({
  kind: 'warning',
  field: headerOf('reason'),
  text: `Status ${state} memerlukan sebab. Tulis pada Alasan.`,
});

/** Whoever moves an event says to when; until then nothing is held for it. */
const needsNewDay = ({ request: { answers } }: Case): Finding => {
  const start = answers.schedule?.sessions[0]?.start;
  const already =
    start === undefined
      ? ''
      : ` Bila ${plainDay(start.toPlainDate())} pukul ${clockTime(start)} sudah jadwal yang baru, kosongkan Status.`;
  return warning(
    `Status Dijadwalkan Ulang menunggu jadwal baru: tulis hari, jam, atau tempat yang baru; Status lalu mengikuti isian lagi.${already}`,
  );
};

/** The new schedule stood there before the state was set: we take it for the one that was meant, and say so. */
export const movedBefore = (
  { moments, request: { answers } }: Case,
  { timeZone }: Situation,
): readonly Finding[] => {
  const start = answers.schedule?.sessions[0]?.start;
  return start !== undefined && wasMovedBefore(moments, timeZone)
    ? [
        warning(
          `Dijadwalkan Ulang dibaca untuk jadwal yang sudah diganti hari itu, ${plainDay(start.toPlainDate())} pukul ${clockTime(start)}. Bila jadwalnya belum pasti, kosongkan Tanggal Mulai.`,
        ),
      ]
    : [];
};

const heldAfterAll = (subject: Case, byHand: State): readonly Finding[] =>
  hasTraces(subject)
    ? [
        warning(
          `Status diisi ${byHand}, tetapi isian pelaksanaan menunjukkan kegiatan terlaksana. Periksa kembali Status.`,
        ),
      ]
    : [];

const warning = (text: string): Finding => ({ kind: 'warning', field: headerOf('state'), text });

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
