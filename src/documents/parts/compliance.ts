/**
 * Whether one event was served as the standard says, by what is recorded: a report claims it only with every fact there
 * and none against it.
 */
import type { Complaint, Incident } from '../../core/cases/desk.ts';
import type { Case } from '../../core/cases/situation.ts';
import { preparationOf } from '../../core/day/preparation.ts';
import type { EquipmentLine } from '../../core/figures/event-equipment.ts';

export interface Compliance {
  /** Facts that nobody recorded, in words that go on behind "karena belum tercatat:". */
  readonly unrecorded: readonly string[];
  /** Facts against it. */
  readonly against: readonly string[];
}

export interface Records {
  readonly subject: Case;
  /** Of this event. */
  readonly incidents: readonly Incident[];
  readonly complaints: readonly Complaint[];
  readonly equipment: readonly EquipmentLine[];
}

export const complianceOf = (records: Records): Compliance => {
  const { subject, incidents, complaints, equipment } = records;
  const { staff } = subject.request;
  const steps = preparationOf(subject);
  const clock = clockEvidence(subject);
  const unhandled = incidents.filter((incident) => !isHandled(incident)).length;
  const untold = equipment.filter((line) => line.untold > 0).map(({ name }) => name);
  const isShort = equipment.some(({ short }) => short > 0);
  return {
    unrecorded: [
      ...(subject.decided.reportFacts?.missing ?? []).map(({ header }) => header),
      ...(subject.decided.reportFacts === undefined ? ['fakta kegiatan'] : []),
      ...steps.filter(({ kind }) => kind === 'unrecorded').map(({ uraian }) => lower(uraian)),
      ...(clock === 'unrecorded' ? ['waktu layanan'] : []),
      ...(untold.length > 0 ? [`penyiapan ${untold.join(', ')}`] : []),
      ...(isShort && !staff.shortageMet ? ['pemenuhan kekurangan peralatan oleh pemohon'] : []),
      ...(unhandled > 0 ? [`penanganan ${unhandled} kendala`] : []),
    ],
    against: [
      ...(clock === 'late' ? ['waktu layanan melewati tenggat'] : []),
      ...steps.filter(({ kind }) => kind === 'failed').map(({ keadaan }) => lower(keadaan)),
      ...complaintsAgainst(complaints),
    ],
  };
};

/** What was done about it, and when it was over. */
export const isHandled = ({ what, action, solvedAt }: Incident): boolean =>
  Boolean(what) && Boolean(action) && solvedAt !== undefined;

export const isLevy = ({ kind }: Complaint): boolean => kind === 'pungutan';

const complaintsAgainst = (complaints: readonly Complaint[]): readonly string[] => {
  const levies = complaints.filter(isLevy).length;
  const others = complaints.filter(({ kind }) => kind === 'pengaduan').length;
  return [
    ...(others > 0 ? [`tercatat ${others} pengaduan tentang kegiatan ini`] : []),
    ...(levies > 0 ? [`tercatat ${levies} pengaduan pungutan`] : []),
  ];
};

const clockEvidence = ({ decided: { clock } }: Case): 'kept' | 'late' | 'unrecorded' => {
  if (clock === undefined) return 'unrecorded';
  if (
    clock.kind === 'missed' ||
    clock.flags.some((flag) => flag === 'overdue' || flag === 'lapsed')
  )
    return 'late';
  return clock.kind === 'met' ? 'kept' : 'unrecorded';
};

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
