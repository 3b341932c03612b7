/**
 * Names the officers of every event, hand-made choices first.
 *
 * In this order: hand-made choices stand · as many events with a lead as possible, those of top officials first, then
 * by time received · somebody for the network on site · fewest changes for people already told · support · fair
 * hours · travel · names. The lead is named at once and stays; network and support are provisional until 15.00 of the
 * last working day before (hour and days are settings). After that people move only to save an event without a lead, at most two for each, and are told.
 *
 * *Link Host saja* needs nobody: the link is made at the office. Staff may still name somebody by hand. Nobody is
 * named for an incomplete request, nor for an event that has begun: what stood there stays, and nobody is invented.
 */

import { checkHandMade } from '../assignment/check-hand-made.ts';
import type { Duty } from '../assignment/duty.ts';
import { hasNetworkPeople } from '../assignment/roster.ts';
import { type Staffing, staffEvents } from '../assignment/staff-events.ts';
import { changeNotice } from '../assignment/told-changes.ts';
import { whyNoLead } from '../assignment/why-no-lead.ts';
import { hasEnded, isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Finding } from '../cases/request.ts';
import type { Judgement, OfficerAssignment, Rule, Situation } from '../cases/situation.ts';
import { headerOf } from '../columns/request-tab.ts';

export const assignOfficers: Rule = (cases, situation) => {
  const staffing = staffEvents(cases, situation);
  return new Map(
    staffing.duties.map((duty, at) => [
      duty.subject.ticket,
      judge(staffing, at, { duty, situation }),
    ]),
  );
};

const judge = (
  staffing: Staffing,
  at: number,
  { duty, situation }: { readonly duty: Duty; readonly situation: Situation },
): Judgement => {
  const people = (staffing.people[at] ?? []).map(({ name, role }) => ({
    name,
    role,
    provisional: duty.stage === 'open' && role !== 'lead' && !duty.isSettled,
  }));
  const assigned = people.length > 0;
  const lacksNetwork = assigned && isWithoutNetwork(staffing, at, duty);
  const as = (
    kind: OfficerAssignment['kind'],
    because: string,
    findings: readonly Finding[] = [],
  ): Judgement => ({
    decided: { officers: { kind, people, ...(lacksNetwork && { lacksNetwork }), because } },
    findings,
  });

  switch (duty.stage) {
    case 'hand-made':
      return as(
        assigned ? 'assigned' : 'unassigned',
        'Petugas dipilih dengan tangan.',
        isCalledOff(duty.subject) || hasEnded(duty.subject, situation.now)
          ? []
          : checkHandMade(staffing, at),
      );
    case 'standing':
      return as(
        assigned ? 'assigned' : duty.isOnSite ? 'unassigned' : 'not-needed',
        'Kegiatan sudah berjalan, sudah selesai, atau jadwalnya belum terbaca; petugas tidak diubah lagi.',
      );
    case 'not-needed':
      return as(
        'not-needed',
        isCalledOff(duty.subject)
          ? 'Kegiatan tidak dilaksanakan.'
          : 'Link Host saja: tautan dibuat dari kantor, tanpa petugas di lokasi.',
      );
    case 'waiting':
      return as('unassigned', untilComplete, notices(staffing, at, duty));
    case 'open':
      if (assigned) {
        return as('assigned', 'Petugas utama tersedia dan menguasai aplikasi video conference.', [
          ...notices(staffing, at, duty),
          ...(lacksNetwork ? [missingNetwork] : []),
        ]);
      }
      return isComplete(duty.subject)
        ? withoutLead(as, whyNoLead(staffing, at, situation), notices(staffing, at, duty))
        : as('unassigned', untilComplete, notices(staffing, at, duty));
    default:
      return duty.stage satisfies never;
  }
};

const untilComplete = 'Menunggu permohonan lengkap.';

const withoutLead = (
  as: (kind: 'unassigned', because: string, findings: readonly Finding[]) => Judgement,
  because: string,
  findings: readonly Finding[],
): Judgement =>
  as('unassigned', because, [
    ...findings,
    warning(
      `${because} Geser jadwalnya bersama pemohon, atau tulis nama petugas di kolom Petugas.`,
    ),
  ]);

const notices = ({ told, people }: Staffing, at: number, duty: Duty): readonly Finding[] => {
  const notice = changeNotice(duty, { told: told[at] ?? [], people: people[at] ?? [] });
  return notice === undefined ? [] : [warning(notice)];
};

const isWithoutNetwork = ({ roster, people }: Staffing, at: number, duty: Duty): boolean =>
  duty.stage === 'open' &&
  duty.wantsNetwork &&
  hasNetworkPeople(roster) &&
  !people[at]?.some(({ role }) => role === 'network');

const warning = (text: string): Finding => ({ kind: 'warning', field: headerOf('officers'), text });

const missingNetwork = warning(
  'Belum ada petugas jaringan yang dapat hadir. Koordinasikan dengan Tim Kerja Jaringan, lalu isi Petugas Jaringan atau pilih "tidak perlu" di Koordinasi Jaringan.',
);
