/** The steps before an event (A.2.2 to A.2.7) and what is recorded of each. */
import type { StaffFacts } from '../../core/cases/request.ts';
import type { Case } from '../../core/cases/situation.ts';
import { saysCoordinated } from '../../core/reading/coordination-note.ts';

export interface Step {
  readonly uraian: string;
  readonly keadaan: string;
  readonly kind: 'done' | 'not-needed' | 'unrecorded' | 'failed';
}

/** A meeting of which we only make the link has nothing of ours at its place. */
export const preparationOf = ({ request: { answers, staff } }: Case): readonly Step[] => {
  const isLinkOnly = answers.serviceKind === 'link';
  const ticked = (uraian: string, isDone: boolean): Step =>
    isDone
      ? { uraian, keadaan: 'Terlaksana', kind: 'done' }
      : { uraian, keadaan: unrecorded, kind: 'unrecorded' };
  const onSite = (uraian: string, isDone: boolean): Step =>
    isLinkOnly && !isDone
      ? { uraian, keadaan: 'Tidak diperlukan', kind: 'not-needed' }
      : ticked(uraian, isDone);
  return [
    requesterStep(staff),
    networkStep(staff, isLinkOnly),
    onSite('Pengecekan lokasi kegiatan', staff.placeChecked),
    onSite('Seluruh alat dan jaringan berada di lokasi', staff.equipmentOnSite),
    ticked('Pengujian sistem', staff.systemTested),
    ticked('Konfigurasi peserta', staff.participantsConfigured),
    ticked('Pengaturan platform', staff.platformSet),
    onSite('Penyiapan konten materi', staff.contentReady),
  ];
};

const unrecorded = 'Belum dicatat';

/** "tidak diangkat" is a note, and says that it was not done. */
const requesterStep = ({ coordination }: StaffFacts): Step => {
  const uraian = 'Koordinasi dengan pemohon';
  return coordination === undefined
    ? { uraian, keadaan: unrecorded, kind: 'unrecorded' }
    : {
        uraian,
        keadaan: coordination,
        kind: saysCoordinated(coordination) ? 'done' : 'unrecorded',
      };
};

/** A.2.3 is waived with a reason; without one nobody has said why it was left out. */
const networkStep = ({ network, reason }: StaffFacts, isLinkOnly: boolean): Step => {
  const uraian = 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika';
  if (network === undefined)
    return isLinkOnly
      ? { uraian, keadaan: 'Tidak diperlukan', kind: 'not-needed' }
      : { uraian, keadaan: unrecorded, kind: 'unrecorded' };
  switch (network) {
    case 'siap':
      return { uraian, keadaan: 'Jaringan siap', kind: 'done' };
    case 'tidak siap':
      return { uraian, keadaan: 'Jaringan tidak siap', kind: 'failed' };
    case 'tidak perlu':
      return reason === undefined
        ? { uraian, keadaan: 'Dinyatakan tidak perlu; sebabnya belum dicatat', kind: 'unrecorded' }
        : { uraian, keadaan: `Tidak diperlukan: ${reason}`, kind: 'not-needed' };
  }
};
