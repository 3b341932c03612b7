/**
 * What clause A.2.8 wants in the report of every event, and what of it is still to be filled in.
 *
 * Whatever the report would print as BELUM DIISI is among it, and every cell in which staff wrote what nobody
 * understood. The planned leader proves nothing about who led; "tidak ada kendala" counts only when staff say so, and
 * not against an incident in the tab Kendala. Staff close an event whose report will never be whole by choosing
 * *Ditutup* and writing the reason. Missing facts are asked for from the end of the event, not before; so is the
 * coordination with Tim Kerja Jaringan (A.2.3), without which the report is whole and says that nobody noted it.
 */
import { type EquipmentKinds, equipmentKinds } from '../assignment/equipment-kinds.ts';
import { isCalledOff } from '../cases/case-facts.ts';
import type { Incident } from '../cases/desk.ts';
import { groupBy } from '../cases/group-by.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, ReportFacts, Rule, Situation } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { isOver, isServed } from '../clock/held.ts';
import { placeKey } from '../clock/window.ts';
import { facilityNames } from '../columns/choices.ts';
import { headerOf } from '../columns/request-tab.ts';
import { isPosition } from '../reading/official-words.ts';
import { unreadHeaders } from './unread-cells.ts';

/** What is said of a cell that holds something nobody understood. */
export const notUnderstood = 'tidak terbaca';

/** Where what is missing belongs into the tab of incidents, and into no column of the row. */
export const inIncidentTab = 'tab Kendala';

export const collectReportFacts: Rule = (cases, situation) => {
  const kinds = equipmentKinds(situation.desk.equipment);
  const logged = groupBy(situation.desk.incidents, ({ ticket = '' }) => ticket);
  return new Map(
    cases
      .filter((subject) => !isCalledOff(subject))
      .map((subject): [Ticket, Judgement] => {
        const incidents = logged.get(subject.ticket) ?? [];
        const judgement = recalled({ by: judge, of: subject }, situation, (around) =>
          judge(subject, collect(subject, incidents, kinds), around),
        );
        return [subject.ticket, judgement];
      }),
  );
};

const judge = (subject: Case, reportFacts: ReportFacts, { now }: Situation): Judgement => {
  const { complete, waived, missing } = reportFacts;
  const isAsked = isOver(subject, now) && isServed(subject, now);
  const findings: readonly Finding[] = isAsked
    ? [
        ...(complete || waived ? [] : [{ kind: 'warning', text: request(missing) } as const]),
        ...skippedNetwork(subject),
      ]
    : [];
  return { decided: { reportFacts }, ...(findings.length > 0 && { findings }) };
};

/** Headers alone where the cell is empty: what belongs there stands in Panduan and at the header itself. */
const request = (missing: ReportFacts['missing']): string =>
  `Laporan Kegiatan masih Draf. Lengkapi ${list(
    missing.map(({ header, what, filled }) => (filled ? `${header} (${what})` : header)),
  )}.`;

/** Without a field: the event is over, and there is nothing left that would be urgent. */
const skippedNetwork = ({ request: { answers, staff, findings } }: Case): readonly Finding[] => {
  const isUnread = findings.some(({ field }) => field === headerOf('network'));
  if (answers.serviceKind === 'link' || isUnread) return [];
  const asked = (text: string): readonly Finding[] => [{ kind: 'warning', text }];
  if (staff.network === undefined)
    return asked(
      'Koordinasi Jaringan belum dicatat: isi, atau pilih tidak perlu dan tulis sebabnya pada Alasan.',
    );
  return staff.network === 'tidak perlu' && staff.reason === undefined
    ? asked('Koordinasi Jaringan diisi tidak perlu. Tulis sebabnya pada Alasan.')
    : [];
};

const collect = (
  subject: Case,
  incidents: readonly Incident[],
  kinds: EquipmentKinds,
): ReportFacts => {
  const named = [
    ...missingEvent(subject),
    ...missingPeople(subject),
    ...missingTimes(subject),
    ...unknownEquipment(subject, kinds),
    ...missingRecording(subject),
    ...missingIncidents(subject, incidents),
  ];
  const unread = new Set(unreadHeaders(subject));
  const missing = [
    ...named.filter(({ header }) => !unread.has(header)),
    ...[...unread].map((header) => ({ header, what: notUnderstood, filled: true }) as const),
  ];
  const { reason } = subject.request.staff;
  return {
    complete: missing.length === 0,
    waived: missing.length > 0 && subject.handMade.state === 'Ditutup' && Boolean(reason),
    missing,
  };
};

type Missing = ReportFacts['missing'];

const unless = (isThere: boolean, header: string, what: string): Missing =>
  isThere ? [] : [{ header, what }];

/** Something stands there, and it is not enough or contradicts another cell. */
const unlessWrong = (isRight: boolean, header: string, what: string): Missing =>
  isRight ? [] : [{ header, what, filled: true }];

const missingEvent = ({ request: { answers } }: Case): Missing => [
  ...unless(answers.requesterName !== undefined, headerOf('requesterName'), 'nama pemohon'),
  ...unless(answers.institution !== undefined, headerOf('institution'), 'nama instansi'),
  ...unless(answers.event !== undefined, headerOf('event'), 'nama kegiatan'),
  ...unless(answers.schedule !== undefined, headerOf('startDay'), 'hari dan tanggal kegiatan'),
  ...unless(answers.place !== undefined, headerOf('place'), 'tempat kegiatan'),
  ...unless(answers.serviceKind !== undefined, headerOf('serviceKind'), 'jenis layanan'),
];

const missingPeople = ({ request: { staff }, handMade, decided }: Case): Missing => {
  const leader = staff.actualLeader;
  const officers = handMade.officers ?? decided.officers?.people ?? [];
  return [
    ...unless(
      leader !== undefined,
      headerOf('actualLeader'),
      'nama dan jabatan pejabat yang memimpin, atau "diwakili oleh" siapa',
    ),
    ...unlessWrong(
      leader === undefined || leader.position !== undefined || isPosition(leader.name),
      headerOf('actualLeader'),
      'jabatan pejabat yang memimpin',
    ),
    ...unless(
      officers.length > 0 || decided.officers?.kind === 'not-needed',
      headerOf('officers'),
      'nama petugas yang bertugas',
    ),
  ];
};

const missingTimes = ({ request: { staff } }: Case): Missing => [
  ...unless(staff.actualStart !== undefined, headerOf('actualStart'), 'jam mulai sebenarnya'),
  ...unless(staff.actualEnd !== undefined, headerOf('actualEnd'), 'jam selesai sebenarnya'),
  ...unless(staff.attended !== undefined, headerOf('attended'), 'jumlah peserta yang hadir'),
];

/** "sudah semua" stands as one piece of something that nobody has: the report would print it. */
const unknownEquipment = (
  { handMade, findings }: Case,
  { keyFor, knows }: EquipmentKinds,
): Missing => {
  const unknown = (handMade.reserved ?? []).filter(
    ({ name }) => !knows(keyFor(name)) && !facilities.has(placeKey(name)),
  );
  const isNameless =
    handMade.reserved !== undefined && findings.some(({ field }) => field === reservedHeader);
  return unlessWrong(
    unknown.length === 0 && !isNameless,
    reservedHeader,
    unknown.length === 0
      ? notUnderstood
      : `${list(unknown.map(({ name }) => `"${name}"`))} tidak ada di tab Peralatan`,
  );
};

const reservedHeader = headerOf('reserved');
const facilities: ReadonlySet<string> = new Set(facilityNames.map(placeKey));

const missingRecording = ({
  request: { answers, staff, findings },
  isRecordingWished = false,
}: Case): Missing => {
  const result = staff.recordingResult;
  // Nobody knows then whether a recording was asked for.
  const isWishUnread = findings.some(({ field }) => field === headerOf('recording'));
  return [
    ...unless(
      result.kind !== 'unknown' || !(answers.recording || isRecordingWished || isWishUnread),
      headerOf('recordingResult'),
      'tautan rekaman, "tidak direkam", atau alasan tidak diserahkan',
    ),
    ...unlessWrong(
      result.kind !== 'withheld' || result.why.trim() !== '',
      headerOf('recordingResult'),
      'alasan rekaman tidak diserahkan',
    ),
  ];
};

const missingIncidents = (
  { request: { staff } }: Case,
  incidents: readonly Incident[],
): Missing => {
  const isLogged = incidents.length > 0;
  const untold = incidents.filter(({ what, action }) => !what || !action).length;
  return [
    ...unless(staff.incidents !== undefined, headerOf('incidents'), 'ya atau tidak'),
    ...unlessWrong(
      staff.incidents !== true || isLogged,
      headerOf('incidents'),
      'diisi ya; catat kendalanya pada tab Kendala',
    ),
    ...unlessWrong(
      staff.incidents !== false || !isLogged,
      headerOf('incidents'),
      'diisi tidak, padahal tab Kendala memuat kendala tiket ini; betulkan salah satunya',
    ),
    ...unlessWrong(
      untold === 0,
      inIncidentTab,
      `uraian atau tindakan ${untold} kendala tiket ini belum diisi`,
    ),
  ];
};
