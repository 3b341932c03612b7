/**
 * What stands in the columns of an event that came from an old ledger when it was over.
 *
 * It is counted in the recaps as the ledger tells it, and wakes nothing: no clock, no assignment, no report is due. What
 * the ledger left unclear is asked until somebody has looked at it.
 */
import type { Ticket } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, OfficerAssignment, Rule } from '../cases/situation.ts';

export const settleArchived: Rule = (cases) =>
  new Map(cases.map((subject): [Ticket, Judgement] => [subject.ticket, judge(subject)]));

const judge = ({ request, handMade }: Case): Judgement => {
  const questions = request.staff.imported?.questions ?? [];
  return {
    decided: {
      state: { is: handMade.state ?? 'Selesai', because: 'Dari buku lama.' },
      officers: officersOf(handMade.officers ?? []),
      clock: {
        kind: 'no-figure',
        flags: ['late-entry'],
        shown: 'dari buku lama',
        sentence: archivedSentence,
      },
    },
    findings: questions.map((question): Finding => ({ kind: 'question', ...question })),
  };
};

/** What *Keterangan* says of every such row. */
export const archivedSentence = 'Dari buku lama; batas 24 jam tidak dihitung.';

const officersOf = (names: readonly string[]): OfficerAssignment => ({
  kind: names.length === 0 ? 'unassigned' : 'assigned',
  people: names.map((name, index) => ({
    name,
    role: index === 0 ? 'lead' : 'support',
    provisional: false,
  })),
  because: 'menurut buku lama',
});
