/**
 * Which photos the report of an event prints, and what staff are told about them.
 *
 * Of events that are not *biasa* none are printed unless Pengaturan says so. A report without photos is sent back by
 * those who check it, so photos are asked for from the end of the event until somebody approved the report or closed
 * the event.
 */
import { isCalledOff } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { photoFolderOf, type TicketPhotos } from '../cases/photos.ts';
import { remembering } from '../cases/remembered.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, ReportPhotos, Rule, Situation } from '../cases/situation.ts';
import { isOver, isServed } from '../clock/held.ts';
import { leftSentences } from '../photos/photo-words.ts';
import { mayPrintPhotos, photosOfConfidentialEvents } from '../photos/printable.ts';

export const gatherPhotos: Rule = (cases, situation) => {
  const { photos } = situation;
  if (photos === undefined) return new Map();
  return new Map(
    cases
      .filter((subject) => !isCalledOff(subject))
      .map((subject): [Ticket, Judgement] => [subject.ticket, judged(subject, situation)]),
  );
};

const judge = (subject: Case, situation: Situation): Judgement => {
  const photos = photosOf(subject, situation);
  if (photos.kind === 'unseen' || !isOpen(subject, situation)) return { decided: { photos } };
  const findings = findingsOf(subject, photos);
  return { decided: { photos }, ...(findings.length > 0 && { findings }) };
};

const judged = remembering(judge);

const nothing: TicketPhotos = { printed: [], left: [] };

const photosOf = (subject: Case, situation: Situation): ReportPhotos => {
  const { photos, desk } = situation;
  if (photos === undefined || photos.kind === 'unseen') return { kind: 'unseen' };
  const { ticket, request } = subject;
  const { printed, left } = photos.of.get(ticket) ?? nothing;
  const hasFolder = photos.folders.has(ticket);
  if (!mayPrintPhotos(subject, desk.settings)) {
    const withheld = printed.length + left.length;
    return { kind: 'seen', printed: [], left: [], withheld, isAsked: false, hasFolder };
  }
  if (photos.waiting.has(ticket)) return { kind: 'unseen' };
  const isAsked =
    printed.length === 0 && request.answers.sensitivity === 'biasa' && isOpen(subject, situation);
  return { kind: 'seen', printed, left, withheld: 0, isAsked, hasFolder };
};

/** The report can still be made better: the event is over, was served, and its report is nobody's last word yet. */
const isOpen = (subject: Case, { now }: Situation): boolean =>
  isOver(subject, now) &&
  isServed(subject, now) &&
  subject.request.staff.approvedBy?.kind !== 'signed' &&
  subject.handMade.state !== 'Ditutup';

const findingsOf = (
  { ticket, request: { answers } }: Case,
  { left, withheld, isAsked }: Extract<ReportPhotos, { kind: 'seen' }>,
): readonly Finding[] => {
  if (withheld > 0) {
    return [
      warning(
        `${withheld} berkas di folder ${photoFolderOf(ticket)} tidak dimuat dalam laporan karena kegiatan bersifat ${answers.sensitivity}. Bila memang boleh, isi ya pada "${photosOfConfidentialEvents}" di tab Pengaturan.`,
      ),
    ];
  }
  if (left.length > 0) return leftSentences(left).map(warning);
  return isAsked
    ? [warning(`Foto kegiatan belum ada: letakkan di folder ${photoFolderOf(ticket)}.`)]
    : [];
};

const warning = (text: string): Finding => ({ kind: 'warning', text });
