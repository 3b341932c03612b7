/** The steps before an event (A.2.2 to A.2.7) and what is recorded of each. */
import type { StaffFacts } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { headerOf } from '../columns/request-tab.ts';
import { saysCoordinated } from '../reading/coordination-note.ts';

export interface Step {
  /** Header of the column in which it is noted. */
  readonly header: string;
  readonly uraian: string;
  readonly keadaan: string;
  readonly kind: 'done' | 'not-needed' | 'unrecorded' | 'failed';
}

/** A meeting of which we only make the link has nothing of ours at its place. */
export const preparationOf = ({ request: { answers, staff } }: Case): readonly Step[] => {
  const isLinkOnly = answers.serviceKind === 'link';
  const ticked = (field: Ticked, uraian: string): Step => ({
    header: headerOf(field),
    uraian,
    ...(staff[field]
      ? { keadaan: 'Terlaksana', kind: 'done' }
      : { keadaan: unrecorded, kind: 'unrecorded' }),
  });
  const onSite = (field: Ticked, uraian: string): Step =>
    isLinkOnly && !staff[field]
      ? { header: headerOf(field), uraian, keadaan: 'Tidak diperlukan', kind: 'not-needed' }
      : ticked(field, uraian);
  return [
    requesterStep(staff),
    networkStep(staff, isLinkOnly),
    onSite('placeChecked', 'Pengecekan lokasi kegiatan'),
    onSite('equipmentOnSite', 'Seluruh alat dan jaringan berada di lokasi'),
    ticked('systemTested', 'Pengujian sistem'),
    ticked('participantsConfigured', 'Konfigurasi peserta'),
    ticked('platformSet', 'Pengaturan platform'),
    onSite('contentReady', 'Penyiapan konten materi'),
  ];
};

type Ticked =
  | 'placeChecked'
  | 'equipmentOnSite'
  | 'systemTested'
  | 'participantsConfigured'
  | 'platformSet'
  | 'contentReady';

/** What is still to be done or noted, by the columns of Permohonan; "Koordinasi Jaringan (tidak siap)". */
export const openChecksOf = (subject: Case): readonly string[] =>
  preparationOf(subject)
    .filter(({ kind }) => kind === 'unrecorded' || kind === 'failed')
    .map(({ header, kind }) => (kind === 'failed' ? `${header} (tidak siap)` : header));

const unrecorded = 'Belum dicatat';

/** "tidak diangkat" is a note, and says that it was not done. */
const requesterStep = ({ coordination }: StaffFacts): Step => {
  const uraian = 'Koordinasi dengan pemohon';
  const header = headerOf('coordination');
  return coordination === undefined
    ? { header, uraian, keadaan: unrecorded, kind: 'unrecorded' }
    : {
        header,
        uraian,
        keadaan: coordination,
        kind: saysCoordinated(coordination) ? 'done' : 'unrecorded',
      };
};

/** A.2.3 is waived with a reason; without one nobody has said why it was left out. */
const networkStep = ({ network, reason }: StaffFacts, isLinkOnly: boolean): Step => {
  const named = {
    header: headerOf('network'),
    uraian: 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika',
  };
  if (network === undefined)
    return isLinkOnly
      ? { ...named, keadaan: 'Tidak diperlukan', kind: 'not-needed' }
      : { ...named, keadaan: unrecorded, kind: 'unrecorded' };
  switch (network) {
    case 'siap':
      return { ...named, keadaan: 'Jaringan siap', kind: 'done' };
    case 'tidak siap':
      return { ...named, keadaan: 'Jaringan tidak siap', kind: 'failed' };
    case 'tidak perlu':
      return reason === undefined
        ? {
            ...named,
            keadaan: 'Dinyatakan tidak perlu; sebabnya belum dicatat',
            kind: 'unrecorded',
          }
        : { ...named, keadaan: `Tidak diperlukan: ${reason}`, kind: 'not-needed' };
  }
};
