/**
 * Asks whether a request is an earlier event on another day, and says what became of the answer.
 *
 * The word is "geser" in *Alasan* of the later one (`moves/accepted-moves.ts`). Accepted, both rows name each other;
 * what cannot be done is said in the row that asked for it, and nothing is moved meanwhile.
 */
import { type CasesByTicket, casesByTicket } from '../cases/by-ticket.ts';
import { hasStarted, isCalledOff } from '../cases/case-facts.ts';
import { casesThat } from '../cases/cases-that.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { MoveRefusal } from '../cases/moves.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, Rule, Situation } from '../cases/situation.ts';
import { clockTime, firstOf, list, plainDay } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import { type MoveCandidates, moveCandidates, openMoves } from '../moves/move-candidates.ts';
import { letterKey } from '../moves/same-event.ts';
import { moveWordOf, verdictOf } from '../moves/verdict.ts';

const namedAtMost = 3;

export const offerMoves: Rule = (cases, situation) => {
  const candidates = moveCandidates(cases);
  const byTicket = casesByTicket(cases);
  return new Map(
    casesThat(mayConcern, cases, situation).flatMap((subject): [Ticket, Judgement][] => {
      const findings = [
        ...movedAway(subject, byTicket),
        ...answered(subject, byTicket, situation),
        ...offered(subject, candidates, situation),
      ];
      return findings.length > 0 ? [[subject.ticket, { findings }]] : [];
    }),
  );
};

/** Of years of requests few: of all others there is nothing to say. */
const mayConcern = (subject: Case, { now }: Situation): boolean =>
  subject.movedTo !== undefined || subject.moveAnswer !== undefined || isAsked(subject, now);

const isAsked = (subject: Case, now: Situation['now']): boolean =>
  moveWordOf(subject) === undefined &&
  verdictOf(subject) === undefined &&
  !isCalledOff(subject) &&
  !hasStarted(subject, now);

/** Said of the earlier request for as long as it stands. */
const movedAway = ({ movedTo }: Case, byTicket: CasesByTicket): readonly Finding[] => {
  if (movedTo === undefined) return [];
  const later = byTicket.get(movedTo);
  if (later === undefined)
    return [
      about(
        'state',
        `Digeser ke ${movedTo}, tetapi baris ${movedTo} tidak ada lagi di lembar. Kembalikan baris itu; bila kegiatan ini tetap pada jadwal semula, pilih sendiri Status yang sesuai.`,
      ),
    ];
  return [
    about(
      'state',
      `Digeser ke ${named(later)}. Bila keliru, hapus kata "geser" dari Alasan ${movedTo}.`,
    ),
  ];
};

const answered = (
  subject: Case,
  byTicket: CasesByTicket,
  { now }: Situation,
): readonly Finding[] => {
  const { moveAnswer } = subject;
  const names = (tickets: readonly Ticket[]): readonly string[] =>
    tickets.map((ticket) => {
      const other = byTicket.get(ticket);
      return other ? named(other) : ticket;
    });
  switch (moveAnswer?.kind) {
    case undefined:
      return [];
    case 'moved':
      return hasStarted(subject, now)
        ? []
        : [
            about(
              'event',
              `Digeser dari ${list(names(moveAnswer.from))}; jadwal lama tidak berlaku lagi. Petugas, akun Zoom, dan peralatannya mengikuti selama tersedia.`,
            ),
          ];
    case 'which':
      return [
        about(
          'reason',
          `"geser" pada Alasan belum menyebut kegiatan yang mana: ${names(moveAnswer.among).join(' atau ')}. Tulis "geser dari" dengan nomor tiketnya.`,
        ),
      ];
    case 'none':
      return hasStarted(subject, now)
        ? []
        : [
            about(
              'reason',
              'Alasan berisi "geser", tetapi permohonan lama yang digeser tidak ditemukan. Tulis "geser dari" dengan nomor tiketnya.',
            ),
          ];
    case 'refused':
      return [about('reason', `${moveAnswer.ticket} tidak digeser: ${whyNot[moveAnswer.why]}`)];
    default:
      return moveAnswer satisfies never;
  }
};

const whyNot: Readonly<Record<MoveRefusal, string>> = {
  unknown: 'nomor itu tidak ada di tab Permohonan. Periksa nomor tiket pada Alasan.',
  later:
    'permohonan itu masuk setelah permohonan ini. Tulis "geser" pada Alasan permohonan yang baru.',
  held: 'menurut isiannya kegiatan itu sudah terlaksana. Periksa nomor tiket pada Alasan.',
  'called-off':
    'kegiatan itu sudah tidak dilaksanakan menurut Status-nya. Hapus "geser" dari Alasan.',
  'state-by-hand':
    'Status-nya dipilih oleh petugas. Kosongkan Status permohonan itu agar dapat digeser.',
  taken: 'permohonan itu sudah digeser ke permohonan lain. Periksa nomor tiket pada Alasan.',
};

const offered = (
  subject: Case,
  candidates: MoveCandidates,
  { now }: Situation,
): readonly Finding[] => {
  if (!isAsked(subject, now)) return [];
  const others = openMoves(subject, candidates, now);
  if (others.length === 0) return [];
  const [letters, titles] = [
    others.filter((other) => isSameLetter(subject, other)),
    others.filter((other) => !isSameLetter(subject, other)),
  ];
  return [
    ...offer('letterNumber', 'nomor surat sama', letters),
    // More than one: a meeting that comes again and again, which each has a request of its own.
    ...offer('event', 'instansi sama dan nama kegiatan serupa', titles.length > 1 ? [] : titles),
  ];
};

const offer = (
  field: 'letterNumber' | 'event',
  why: string,
  others: readonly Case[],
): readonly Finding[] =>
  others.length === 0
    ? []
    : [
        about(
          field,
          `Mungkin ganda dengan ${list(firstOf(others.map(named), namedAtMost, (more) => `${more} lainnya`))}, atau kegiatan itu digeser ke jadwal ini: ${why}, jadwal berbeda. Bila digeser, tulis "geser" pada Alasan${others.length > 1 ? ' dengan nomor tiket lamanya' : ''}; bila ganda, pilih Status Dibatalkan dan tulis Alasan; bila kegiatan lain, tulis "bukan duplikat" pada Alasan.`,
        ),
      ];

const isSameLetter = (a: Case, b: Case): boolean => {
  const letter = letterKey(a);
  return letter !== undefined && letter === letterKey(b);
};

/** "VC-2026-0012 (26 November 2026 pukul 09.00)" */
const named = ({ ticket, request: { answers } }: Case): string => {
  const start = answers.schedule?.sessions[0]?.start;
  return start === undefined
    ? ticket
    : `${ticket} (${plainDay(start.toPlainDate())} pukul ${clockTime(start)})`;
};

const about = (field: Parameters<typeof headerOf>[0], text: string): Finding => ({
  kind: 'warning',
  field: headerOf(field),
  text,
});
