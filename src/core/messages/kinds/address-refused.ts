/** A mail server refused an address for good: nothing is sent there any more, so somebody has to mend it where it is typed. */
import type { MessageRecord } from '../../cases/messages.ts';
import { isBefore } from '../../clock/spans.ts';
import { officerTab } from '../../columns/officer-tab.ts';
import { headerOf, requestTab } from '../../columns/request-tab.ts';
import { settingsTab } from '../../columns/settings-tab.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { personOf } from '../plan-messages.ts';
import { addressed } from '../recipients.ts';
import { sampleOfficeWords } from '../samples.ts';

export const addressRefused: MessageKind = {
  key: 'address-refused',
  title: 'Alamat ditolak',
  audience: 'keeper',
  template: 'alamat-ditolak.txt',
  mustPrint: ['alamat', 'letak'],
  sample: {
    ...sampleOfficeWords,
    alamat: 'siti@contoh.go.id',
    nama: 'Siti Contoh, S.Kom.',
    letak: 'kolom Alamat email pada tab Permohonan, tiket VC-2026-0123',
  },
  wants: (look) => {
    const { keeper } = look.situation.desk.settings;
    if (keeper === undefined) return [];
    const to = addressed(keeper, 'keeper');
    const refused = new Map<string, MessageRecord>();
    for (const records of look.told.values()) {
      const record = records.findLast(({ state }) => state.kind !== 'withdrawn');
      if (record && isRefused(record, look) && record.to.address !== keeper.address)
        refused.set(subjectOf(record), record);
    }
    return [...refused].map(([subject, record]) => refusal(subject, record, { to, look }));
  },
};

const isRefused = ({ state }: MessageRecord, { since }: MessageLook): boolean =>
  state.kind === 'failed' && state.isPermanent && !isBefore(state.at, since);

/** An address is one fault for every request of an officer, and one of each request for its requester. */
const subjectOf = ({ ticket, to }: MessageRecord): string =>
  to.audience === 'requester' ? (ticket ?? 'desk') : personOf(to).replaceAll('@', ' ');

const refusal = (
  subject: string,
  { ticket, to: { audience, name, address } }: MessageRecord,
  { to, look: { situation } }: { readonly to: WantedMessage['to']; readonly look: MessageLook },
): WantedMessage => {
  const place =
    audience === 'requester'
      ? `kolom ${headerOf('email')} pada tab ${requestTab.name}, tiket ${ticket ?? ''}`
      : audience === 'officer'
        ? `kolom Email pada tab ${officerTab.name}, ${name ?? ''}`
        : `tab ${settingsTab.name}`;
  return {
    subject,
    to,
    view: { ...officeWords(situation), alamat: address ?? '', nama: name ?? '', letak: place },
    facts: { alamat: address ?? '' },
    notBefore: situation.now,
    because: 'alamatnya ditolak',
  };
};
