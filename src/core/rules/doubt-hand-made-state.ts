/** Where a state set by hand and the facts of the row disagree: it stands, and this is what staff are told. */
import { type State, stateNames } from '../columns.ts';
import { hasTraces } from '../held.ts';
import type { Finding } from '../request.ts';
import type { Case } from '../situation.ts';

type Settled = NonNullable<Case['decided']['state']>;

/** States that say an event will not be, or was not, held by us: each needs a reason. */
const endings: ReadonlySet<State> = new Set([
  'Ditolak',
  'Dibatalkan',
  'Dijadwalkan Ulang',
  'Tidak Terlaksana',
]);
/** States that come with time alone: a hand-made state that stays behind them was forgotten. */
const byTime: ReadonlySet<State> = new Set(['Berlangsung', 'Selesai', 'Ditutup']);

export const contradictions = (
  subject: Case,
  byHand: State,
  byFacts: Settled,
): readonly Finding[] => {
  const { reason } = subject.request.staff;
  if (endings.has(byHand)) {
    return [...(reason ? [] : [needsReason(byHand)]), ...heldAfterAll(subject, byHand)];
  }
  if (byHand === byFacts.is) return [];
  if (byHand === 'Ditutup') return closedEarly(subject, byFacts);
  const isAhead = stateNames.indexOf(byHand) > stateNames.indexOf(byFacts.is);
  if (!isAhead && !byTime.has(byFacts.is)) return [];
  return [
    warning(
      `Status diisi ${byHand}, sedangkan menurut isian baris ini ${byFacts.is}: ${lowerFirst(byFacts.because)} Lengkapi isiannya, atau kosongkan Status agar mengikuti isian.`,
    ),
  ];
};

const closedEarly = ({ decided, request }: Case, byFacts: Settled): readonly Finding[] => {
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
  field: 'Alasan',
  text: `Status ${state} memerlukan sebab. Tulis pada Alasan.`,
});

const heldAfterAll = (subject: Case, byHand: State): readonly Finding[] =>
  hasTraces(subject)
    ? [
        warning(
          `Status diisi ${byHand}, tetapi isian pelaksanaan menunjukkan kegiatan terlaksana. Periksa kembali Status.`,
        ),
      ]
    : [];

const warning = (text: string): Finding => ({ kind: 'warning', field: 'Status', text });

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
