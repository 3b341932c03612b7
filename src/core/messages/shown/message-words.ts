/** What Pesan and Ringkasan say of a message. */
import type { Temporal } from 'temporal-polyfill';
import type {
  Audience,
  MessageRecord,
  MessageState,
  MessageTick,
  Recipient,
} from '../../cases/messages.ts';
import type { Situation } from '../../cases/situation.ts';
import { shortMoment } from '../../cases/wording.ts';
import { messageTab } from '../../columns/message-tab.ts';
import { headerOf } from '../../columns/request-tab.ts';
import { messageKinds } from '../kinds/index.ts';
import { aboutTheDesk } from '../plan-messages.ts';
import { leavesAt } from './leaves-at.ts';

const roleWords: Readonly<Record<Audience, string>> = {
  requester: 'pemohon',
  officer: 'petugas',
  network: 'Tim Jaringan',
  supervisor: 'pengawas',
  keeper: 'pengelola layanan',
};

/** "Siti Contoh (pemohon)" */
export const recipientWords = ({ audience, name }: Recipient): string => {
  const typed = (name ?? '').replaceAll(/\s+/g, ' ').trim();
  const role = roleWords[audience];
  return typed === '' ? role : `${typed} (${role})`;
};

/**
 * A message's key in the words of the staff, "tanda-terima/VC-2026-0123/pemohon/1": what its row of Pesan is known by, and what
 * its ticket's history calls it.
 */
export const rowNameOf = ({ key }: Pick<MessageRecord, 'key'>): string => {
  const [kind = '', ...about] = key.split('/');
  const file = messageKinds.find((each) => each.key === kind)?.template ?? kind;
  const person = about.length - 2;
  const inWords = about.map((part, at) => {
    if (at === person)
      return part.replace(/^\w+/, (audience) => shownRoles.get(audience) ?? audience);
    return part === aboutTheDesk ? 'layanan' : part;
  });
  return [file.replace(/\.txt$/, ''), ...inWords].join('/');
};

const shownRoles: ReadonlyMap<string, string> = new Map(Object.entries(roleWords));

/** "si…@gmail.com", "0812…1111": enough to see which it was, too little to write it down. */
export const shortAddress = ({ address, phone }: Recipient): string => {
  if (address !== undefined) {
    const at = address.lastIndexOf('@');
    return `${address.slice(0, Math.min(2, at))}…${address.slice(at)}`;
  }
  return phone === undefined ? '' : `${phone.replace(/^62/, '0').slice(0, 4)}…${phone.slice(-4)}`;
};

/** What *Status* in Pesan begins with, and what its colours look for. */
export const stateBeginnings: Readonly<Record<MessageState['kind'], string>> = {
  waiting: 'menunggu',
  'by-hand': 'tidak lewat email',
  unsure: 'dikirim, belum pasti',
  sent: 'terkirim',
  failed: 'gagal: ',
  withdrawn: 'ditarik: ',
};

/** Of a row that a ledger wrote which is lost: nobody knows what became of its message. */
export const forgottenState = 'tidak diketahui: catatan layanan hilang';
export const forgottenAdvice = 'Tanyakan kepada penerima bila perlu.';

/** It says that something is still to come of it. */
export const isOpenState = (text: string): boolean =>
  text.startsWith(stateBeginnings.waiting) || text.startsWith(stateBeginnings.unsure);

export const stateWords = (
  record: MessageRecord,
  situation: Pick<Situation, 'now' | 'timeZone' | 'desk'>,
): string => {
  const { state, to } = record;
  const begin = stateBeginnings[state.kind];
  switch (state.kind) {
    case 'waiting': {
      const leaves = leavesAt(record, situation);
      return leaves === undefined
        ? `${begin} dikirim`
        : `${begin} hingga ${shortMoment(leaves, situation.timeZone)}`;
    }
    case 'by-hand':
      return to.audience === 'requester' && to.phone !== undefined
        ? `${begin}: WhatsApp (kolom ${draftHeader})`
        : `${begin}: tidak ada alamat`;
    case 'unsure':
    case 'sent':
      return begin;
    case 'failed':
    case 'withdrawn':
      return `${begin}${state.why}`;
  }
};

/** When it came into its state; while it waits, from when on it may be sent, whatever the hour. */
export const momentOf = ({ state, notBefore }: MessageRecord): Temporal.Instant =>
  state.kind === 'waiting' || state.kind === 'by-hand' ? notBefore : state.at;

/** What a person can do about it; empty where nothing is to be done. */
export const adviceFor = ({ state, to }: MessageRecord, tick: MessageTick): string => {
  if (tick === 'unread') return `Isian ${againHeader} tidak dimengerti. Pilih ✓, atau kosongkan.`;
  return tick === 'ticked' ? tickedWords[state.kind] : untickedWords(state, to);
};

const againHeader =
  messageTab.columns.find(({ field }) => field === 'again')?.header ?? 'Kirim Lagi';
const draftHeader = headerOf('draft');

const untickedWords = (state: MessageState, to: Recipient): string => {
  if (state.kind === 'unsure')
    return `Belum pasti sampai. Tanyakan kepada penerima; bila belum sampai, centang ${againHeader}.`;
  if (state.kind === 'failed')
    return state.isPermanent
      ? `Perbaiki alamat email penerima. Bila alamatnya sudah benar, centang ${againHeader}.`
      : `Centang ${againHeader} untuk mencoba sekali lagi.`;
  return state.kind === 'by-hand' && to.phone === undefined
    ? 'Lengkapi alamat email atau nomor telepon penerima.'
    : '';
};

/** One tick sends once, so it is to go before the next one. */
const tickedWords: Readonly<Record<MessageState['kind'], string>> = {
  waiting: 'Menunggu dikirim. Hapus centangnya.',
  'by-hand': `Tidak ada alamat email untuk mengirimnya; pakai kolom ${draftHeader}. Hapus centangnya.`,
  unsure:
    'Sudah dicoba, belum pasti sampai. Untuk mencoba lagi, hapus centangnya lalu centang lagi.',
  sent: 'Sudah dikirim. Untuk mengirim sekali lagi, hapus centangnya lalu centang lagi.',
  failed: 'Gagal. Perbaiki sebabnya; untuk mencoba lagi, hapus centangnya lalu centang lagi.',
  withdrawn: 'Tidak berlaku lagi, jadi tidak dikirim. Hapus centangnya.',
};
