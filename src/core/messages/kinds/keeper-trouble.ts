/** Whoever runs the service hears that it stands still until somebody does something: once a day for as long as that lasts. */

import { momentWords, officeWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { addressed } from '../recipients.ts';
import { sampleOfficeWords } from '../samples.ts';
import type { Trouble } from '../troubles.ts';

export const passRefused: MessageKind = {
  key: 'pass-refused',
  title: 'Layanan menunggu keputusan',
  audience: 'keeper',
  template: 'layanan-menunggu.txt',
  isUrgent: true,
  mustPrint: ['sejak', 'sebab'],
  sample: {
    ...sampleOfficeWords,
    sejak: 'Senin, 23 November 2026 pukul 08.00 WITA',
    sebab: ['Tab Petugas tidak ditemukan. Kembalikan nama tabnya.'],
  },
  wants: (look) => troubleMessages('refused', look),
};

export const signedOut: MessageKind = {
  key: 'signed-out',
  title: 'Akses Google berakhir',
  audience: 'keeper',
  template: 'akses-berakhir.txt',
  isUrgent: true,
  mustPrint: ['sejak', 'sebab'],
  sample: {
    ...sampleOfficeWords,
    sejak: 'Senin, 23 November 2026 pukul 08.00 WITA',
    sebab: ['Jalankan "npx layanan-vicon login" di komputer layanan.'],
  },
  wants: (look) => troubleMessages('signed-out', look),
};

/** What can be told while the workbook itself cannot be worked with. */
export const troubleKinds: readonly MessageKind[] = [passRefused, signedOut];

const troubleMessages = (
  kind: Trouble['kind'],
  { troubles = [], situation }: MessageLook,
): readonly WantedMessage[] => {
  const { keeper } = situation.desk.settings;
  const trouble = troubles.find((each) => each.kind === kind);
  if (keeper === undefined || trouble === undefined) return [];
  return [
    {
      to: addressed(keeper, 'keeper'),
      view: {
        ...officeWords(situation),
        sejak: momentWords(trouble.since.toZonedDateTimeISO(situation.timeZone)),
        sebab: trouble.what,
      },
      facts: {
        sejak: trouble.since.toString(),
        sebab: trouble.what,
        hari: trouble.lastDay,
      },
      notBefore: trouble.since,
      because: kind === 'refused' ? 'layanan menunggu keputusan' : 'akses Google berakhir',
    },
  ];
};
