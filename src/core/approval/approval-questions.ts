/** What staff are asked about the signatures on a document, in their words. */
import type { Finding } from '../cases/request.ts';
import { list } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import type { Approval, Lack, SigningStep } from './settle-approval.ts';

/** What is known of the approved edition that is replaced. */
export interface Replaced {
  readonly approvedBy: { readonly name: string };
  /** Names of what changed since: "Peserta hadir". */
  readonly parts: readonly string[];
}

const headers: Readonly<Record<SigningStep, string>> = {
  checked: headerOf('checkedBy'),
  approved: headerOf('approvedBy'),
};

/** @param title As staff call the document: "Laporan Kegiatan". */
export const approvalQuestions = (
  title: string,
  { lacks, sentBack, waits }: Approval,
  replaced?: Replaced,
): readonly Finding[] => {
  if (sentBack) {
    const { step, what } = sentBack;
    const why = what === '' ? '' : `: ${withoutStop(what)}`;
    return [
      warning(
        `${title} dikembalikan${why}. Setelah diperbaiki, ganti catatan di ${headers[step]} dengan nama dan tanggal.`,
        headers[step],
      ),
    ];
  }
  const asked = (
    ['draft', 'not-named', 'unread', 'edited', 'changed', 'unchecked'] as const
  ).flatMap((lack) => {
    const concerned = (['checked', 'approved'] as const).filter((step) => lacks[step] === lack);
    const [first] = concerned;
    return first === undefined
      ? []
      : [warning(sentenceOf(lack, { title, steps: concerned, replaced }), headers[first])];
  });
  if (asked.length > 0 || replaced === undefined || waits === undefined) return asked;
  return [
    warning(
      `${changed(title, replaced)} Edisi terbaru belum ditandatangani; periksa dan setujui edisi itu.`,
      headers.approved,
    ),
  ];
};

const sentenceOf = (
  lack: Lack,
  {
    title,
    steps,
    replaced,
  }: {
    readonly title: string;
    readonly steps: readonly SigningStep[];
    readonly replaced: Replaced | undefined;
  },
): string => {
  const cells = list(steps.map((step) => headers[step]));
  const again = `tulis lagi nama dan tanggal di ${cells}; bila tanggalnya sama, tambahkan jamnya, misalnya 25/11/2026 10.00`;
  switch (lack) {
    case 'draft':
      return `${title} masih Draf atau sementara, jadi isian ${cells} belum berlaku. Setelah dokumennya lengkap, baca, lalu ${again}.`;
    case 'not-named':
      return `Nama di ${cells} tidak tercantum pada ${list(steps.map((step) => settingOf[step]))} di tab Pengaturan, jadi tidak berlaku. Betulkan salah satunya.`;
    case 'unread':
      return `${cells} diisi sebelum ${title} yang sekarang dapat dibaca, jadi tidak dicetak. Baca dokumennya, lalu ${again}.`;
    case 'edited':
      return `Berkas ${title} telah disunting orang, jadi nama di ${cells} tidak dicetak di dalamnya. Tanda tangani berkas itu sendiri, atau hapus berkasnya agar dibuat lagi, baca, lalu ${again}.`;
    case 'changed':
      return `${replaced === undefined ? `${title} berubah sejak ${cells} diisi.` : changed(title, replaced)} Isian ${cells} tidak berlaku untuk edisi terbaru. Baca edisi itu, lalu ${again}.`;
    case 'unchecked':
      return `${headers.approved} berlaku setelah ${headers.checked} diisi untuk edisi yang sama.`;
  }
};

const settingOf: Readonly<Record<SigningStep, string>> = {
  checked: 'Pemeriksa Dokumen',
  approved: 'Penyetuju Dokumen',
};

const changed = (title: string, { approvedBy, parts }: Replaced): string =>
  `${title} berubah sejak disetujui ${approvedBy.name}${parts.length === 0 ? '' : ` (${named(parts)})`}.`;

/** So many are named; the edition itself names all. */
const mostParts = 5;

const named = (parts: readonly string[]): string => {
  const more = parts.length - mostParts;
  return [...parts.slice(0, mostParts), ...(more > 0 ? [`${more} hal lain`] : [])].join('; ');
};

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '');

const warning = (text: string, field: string): Finding => ({ kind: 'warning', field, text });
