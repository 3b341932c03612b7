/**
 * The state of a request, from the facts of its row and the time; a state set by hand stands.
 *
 * Complete is `Diterima`, coordinated `Dikoordinasikan`, confirmed `Terjadwal`; preparation and the hours of the event
 * carry it on. `Ditutup` needs the facts of A.2.8, or staff who close it with a reason; signatures of supervisors
 * come afterwards and change no state, but a report that is sent back opens it again. `Diajukan` is what a request is before our first look. An event that went by
 * without a confirmation is not assumed to have taken place: we ask. Where a hand-made state and the row
 * disagree, both are said.
 */

import { hasEnded, isComplete } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { remembering } from '../cases/remembered.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, Rule, SettledState, Situation } from '../cases/situation.ts';
import type { State } from '../cases/state.ts';
import { awaitedStates } from '../cases/state-groups.ts';
import { isConfirmed, standingConfirmation } from '../clock/confirmation.ts';
import { isOver, isServed, isUnderWay } from '../clock/held.ts';
import { headerOf } from '../columns/request-tab.ts';
import { contradictions, movedBefore } from './doubt-hand-made-state.ts';

export const settleState: Rule = (cases, situation) =>
  new Map(
    cases.map((subject): [Ticket, Judgement] => [subject.ticket, judged(subject, situation)]),
  );

const judge = (subject: Case, situation: Situation): Judgement => {
  const byFacts = stateByFacts(subject, situation);
  const { state: byHand } = subject.handMade;
  const { movedTo } = subject;
  const because = movedTo ? `Digeser ke ${movedTo}.` : 'Diisi oleh petugas.';
  const state: SettledState = byHand ? { is: byHand, because } : byFacts;
  const findings = [
    ...(byHand ? contradictions(subject, byHand, byFacts) : unheardOf(subject, situation)),
    ...movedBefore(subject, situation),
    ...networkFindings(subject, state.is, situation),
  ];
  return { decided: { state }, ...(findings.length > 0 && { findings }) };
};

const judged = remembering(judge);

const stateByFacts = (subject: Case, { now }: Situation): SettledState => {
  const settled = (is: State, because: string): SettledState => ({ is, because });
  if (isServed(subject, now) && subject.request.answers.schedule !== undefined) {
    if (isOver(subject, now)) {
      const { checkedBy, approvedBy } = subject.request.staff;
      if ([checkedBy, approvedBy].some((mark) => mark?.kind === 'sent-back'))
        return settled('Selesai', 'Laporan dikembalikan untuk diperbaiki.');
      return subject.decided.reportFacts?.complete
        ? settled('Ditutup', 'Kegiatan selesai dan isian laporan lengkap.')
        : settled('Selesai', 'Kegiatan sudah selesai; isian laporan belum lengkap.');
    }
    if (isUnderWay(subject, now)) return settled('Berlangsung', 'Kegiatan sedang berlangsung.');
    if (isConfirmed(standingConfirmation(subject, now))) return preparation(subject);
  }
  if (!isComplete(subject)) {
    return settled('Perlu Perbaikan', 'Isian permohonan belum lengkap atau belum jelas.');
  }
  const { coordination, waitingForRequester, network } = subject.request.staff;
  return coordination !== undefined || waitingForRequester || network !== undefined
    ? settled('Dikoordinasikan', 'Koordinasi sudah dicatat; belum dikonfirmasi.')
    : settled('Diterima', 'Isian permohonan lengkap.');
};

/** A.2.4 to A.2.6: what is ticked off between confirmation and the event. */
const preparation = ({ request: { answers, staff } }: Case): SettledState => {
  const technical = [staff.systemTested, staff.participantsConfigured, staff.platformSet];
  const onSite =
    answers.serviceKind === 'link'
      ? []
      : [
          staff.placeChecked,
          staff.equipmentOnSite,
          staff.network === 'siap' || staff.network === 'tidak perlu',
        ];
  if ([...technical, ...onSite].every(Boolean)) {
    return { is: 'Siap', because: 'Semua pemeriksaan persiapan sudah dicentang.' };
  }
  const ticks = [...technical, staff.placeChecked, staff.equipmentOnSite, staff.contentReady];
  return ticks.some(Boolean)
    ? { is: 'Disiapkan', because: 'Persiapan sudah dimulai.' }
    : { is: 'Terjadwal', because: 'Sudah dikonfirmasi kepada pemohon.' };
};

/** The hours of the event went by, and the row tells nothing of it. */
const unheardOf = (subject: Case, { now }: Situation): readonly Finding[] =>
  hasEnded(subject, now) && !isServed(subject, now)
    ? [
        {
          kind: 'warning',
          field: headerOf('state'),
          text: 'Jadwal kegiatan sudah lewat tanpa konfirmasi. Bila terlaksana, isi Mulai Aktual dan Selesai Aktual; bila tidak, pilih Status Tidak Terlaksana dan tulis Alasan.',
        },
      ]
    : [];

const wantsNetwork: ReadonlySet<State> = new Set([...awaitedStates, 'Berlangsung']);

/**
 * A.2.3 is never silently skipped: an answer of Tim Kerja Jaringan, or a reason why none is needed. Once the event is
 * over, `collect-report-facts.ts` asks.
 */
const networkFindings = (subject: Case, state: State, { now }: Situation): readonly Finding[] => {
  const { answers, staff } = subject.request;
  if (!wantsNetwork.has(state) || answers.serviceKind === 'link' || isOver(subject, now)) return [];
  const about = (text: string): readonly Finding[] => [
    { kind: 'warning', field: headerOf('network'), text },
  ];
  if (staff.network === undefined) {
    return about(
      'Koordinasi dengan Tim Kerja Jaringan belum dicatat. Isi Koordinasi Jaringan; bila tidak perlu, tulis sebabnya pada Alasan.',
    );
  }
  switch (staff.network) {
    case 'tidak siap':
      return about('Jaringan belum siap. Tindak lanjuti bersama Tim Kerja Jaringan.');
    case 'tidak perlu':
      return staff.reason
        ? []
        : about('Koordinasi Jaringan diisi tidak perlu. Tulis sebabnya pada Alasan.');
    case 'siap':
      return [];
  }
};
