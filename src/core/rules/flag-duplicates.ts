/**
 * Warns that a request may have been sent twice: the same letter number, or the same institution, day and a
 * similar title.
 *
 * The later one bears the warning and names the earlier; nothing is merged or dropped, because one letter may
 * ask for two events. Requests that are called off neither warn nor count. Staff say in *Alasan* of either that they
 * are not the same ("bukan duplikat"), or that they are.
 *
 * Who is asked for what is missing may file the form again: a later one by the same person that fits an earlier one which
 * lacks something is told to be that, and the earlier one is asked about no more.
 */
import { hasStarted, isCalledOff, isComplete, ticketOf } from '../cases/case-facts.ts';
import { partsOf } from '../cases/in-parts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { keptTogether, recalled, remembering } from '../cases/remembered.ts';
import type { Case, Judgement, Rule, Situation } from '../cases/situation.ts';
import { firstOf, list } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import {
  candidatesAmong,
  type MoveCandidates,
  movableAmong,
  openMoves,
} from '../moves/move-candidates.ts';
import { byReceipt, isSimilarTitle, letterKey } from '../moves/same-event.ts';
import { isToldApart, verdictOf } from '../moves/verdict.ts';
import { filedBeside, filedUnder } from './filed-alike.ts';

const namedAtMost = 3;

export const flagDuplicates: Rule = (cases, situation) => {
  const parts = partsOf(cases, ticketOf);
  const beside = filedBeside(situation)(parts);
  const movable = keptTogether(movableAmong(cases), situation, flagDuplicates);
  return new Map(
    parts.flatMap((part, at) => {
      const others = beside[at] ?? nobody;
      // What is over is no other event on another day any more.
      const from = isAnyAhead(part, situation) ? [others, movable] : [others];
      return recalled({ by: flagDuplicates, of: part, from }, situation, ({ now }) =>
        judgedBeside(part, others, { moves: candidatesAmong(movable), now }),
      );
    }),
  );
};

const isAnyAhead = remembering((part: readonly Case[], { now }): boolean =>
  part.some(
    (subject) =>
      subject.request.answers.schedule !== undefined &&
      !isCalledOff(subject) &&
      !hasStarted(subject, now),
  ),
);

/** @param others All that are filed under the same as one of them. */
const judgedBeside = (
  part: readonly Case[],
  others: readonly Case[],
  { moves, now }: { readonly moves: MoveCandidates; readonly now: Situation['now'] },
): readonly (readonly [Ticket, Judgement])[] => {
  const subjects = part.filter((subject) => !isCalledOff(subject));
  const live = [...subjects, ...others];
  const byLetter = groupedBy(live, (subject) => filedUnder(subject).letter);
  const byDay = groupedBy(live, (subject) => filedUnder(subject).day);
  const lackingByPerson = groupedBy(
    live.filter((subject) => !isComplete(subject)),
    (subject) => filedUnder(subject).person,
  );
  return subjects.flatMap((subject): readonly (readonly [Ticket, Judgement])[] => {
    const { letter, day, person } = filedUnder(subject);
    const earlierOnes = (
      group: readonly Case[] = [],
      isLike: (other: Case) => boolean = () => true,
    ): readonly Case[] =>
      // Mostly nobody but itself.
      group.length === 0 || (group.length === 1 && group[0] === subject)
        ? nobody
        : group
            .filter(
              (other) =>
                byReceipt(other, subject) < 0 && isLike(other) && !isToldApart(subject, other),
            )
            .sort(byReceipt);
    const sameLetter = earlierOnes(byLetter.get(letter));
    const sameEvent = earlierOnes(
      byDay.get(day),
      (other) => !sameLetter.includes(other) && isSimilarTitle(subject, other),
    );
    const refiled = earlierOnes(lackingByPerson.get(person), (other) => isRefiled(subject, other));
    const isElsewhen = (other: Case) => openMoves(subject, moves, now).includes(other);
    const judgement = judge(subject, { sameLetter, sameEvent, refiled, isElsewhen });
    return judgement === undefined ? [] : [[subject.ticket, judgement]];
  });
};

const nobody: readonly Case[] = [];

interface Likely {
  readonly sameLetter: readonly Case[];
  readonly sameEvent: readonly Case[];
  readonly refiled: readonly Case[];
  /** It may be the same event on another day: `offer-moves.ts` asks about both at once. */
  readonly isElsewhen: (other: Case) => boolean;
}

const judge = (subject: Case, likely: Likely): Judgement | undefined => {
  const said = verdictOf(subject);
  if (said?.kind === 'same') return { findings: [saidSame(said.tickets)] };
  const { refiled } = likely;
  const [sameLetter, sameEvent] = [likely.sameLetter, likely.sameEvent].map((others) =>
    others.length === 0 ? nobody : others.filter((other) => !refiled.includes(other)),
  );
  const all = [...(sameLetter ?? []), ...(sameEvent ?? []), ...refiled];
  if (all.length === 0) return undefined;
  const asked = (others: readonly Case[] | undefined = []) =>
    others.filter((other) => !likely.isElsewhen(other));
  const findings = [
    ...refiledWarning(refiled),
    ...warning(headerOf('letterNumber'), 'nomor surat sama', asked(sameLetter)),
    ...warning(headerOf('event'), 'instansi, hari, dan nama kegiatan serupa', asked(sameEvent)),
  ];
  return {
    decided: {
      duplicates: all.map(({ ticket }) => ticket),
      ...(refiled.length > 0 && { refiled: refiled.map(({ ticket }) => ticket) }),
    },
    findings,
  };
};

/** The requester did as he was asked; what is left to do is to let go of the one that lacks something. */
const refiledWarning = (others: readonly Case[]): Judgement['findings'] & {} => {
  if (others.length === 0) return [];
  const tickets = list(others.map(({ ticket }) => ticket));
  const text = `Pemohon tampaknya mengisi ulang ${tickets} yang belum lengkap. Bila benar, pada ${tickets} pilih Status Dibatalkan dan tulis Alasan "digantikan" dengan nomor tiket ini; bila tidak, tulis "bukan duplikat" pada Alasan.`;
  return [{ kind: 'warning', field: headerOf('event'), text }];
};

/** The same letter, or a similar title on the same day; what the earlier one lacks fits anything. */
const isRefiled = (later: Case, earlier: Case): boolean => {
  const letters = [letterKey(later), letterKey(earlier)];
  if (letters[0] !== undefined && letters[1] !== undefined) return letters[0] === letters[1];
  const days = [later, earlier].map(({ request }) => request.answers.schedule?.startDay.toString());
  const isSameDay = days.includes(undefined) || days[0] === days[1];
  const isNameless = [later, earlier].some(({ request }) => request.answers.event === undefined);
  // Something has to speak for it.
  return (
    (isNameless || isSimilarTitle(later, earlier)) &&
    isSameDay &&
    !(isNameless && days.includes(undefined))
  );
};

const warning = (
  field: string,
  why: string,
  others: readonly Case[],
): Judgement['findings'] & {} => {
  if (others.length === 0) return [];
  const tickets = others.map(({ ticket }) => ticket);
  const named = firstOf(tickets, namedAtMost, (more) => `${more} lainnya`);
  const text = `Mungkin ganda dengan ${list(named)}: ${why}. Bila benar ganda, pilih Status Dibatalkan dan tulis Alasan; bila tidak, tulis "bukan duplikat" pada Alasan.`;
  return [{ kind: 'warning', field, text }];
};

const saidSame = (tickets: readonly Ticket[]) =>
  ({
    kind: 'warning',
    field: headerOf('reason'),
    text: `Menurut Alasan permohonan ini ganda${tickets.length > 0 ? ` dengan ${list(tickets)}` : ''}. Pilih Status Dibatalkan agar petugas dan alatnya bebas.`,
  }) as const;

const groupedBy = (cases: readonly Case[], keyOf: (subject: Case) => string | undefined) => {
  const groups = new Map<string | undefined, Case[]>();
  for (const subject of cases) {
    const key = keyOf(subject);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(subject);
    else groups.set(key, [subject]);
  }
  return groups;
};
