import type { ServiceKind } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold, isLike } from './spelling.ts';

const linkWords = ['link', 'tautan', 'host', 'hosting', 'akun', 'lisensi', 'undangan'];
const operatorWords = ['operator', 'teknisi', 'petugas', 'pendampingan', 'pendamping'];
const assistanceWords = ['fasilitasi', 'fasilitas', 'memfasilitasi', 'bantuan', 'dukungan'];
const streamingWords = ['live', 'streaming', 'siaran', 'youtube'];
const meetingWords = ['zoom', 'vicon', 'vidcon', 'meeting', 'conference', 'virtual', 'daring'];

/**
 * *Jenis Layanan* in the spellings of real ledgers: "link", "operator dan link", "Fasilitasi Zoon".
 *
 * "Fasilitasi Zoom" and "Live Streaming" name no kind; as the office's whole service they are read as link and
 * operator, and it is said. "Zoom" alone may be any kind and is asked.
 */
export const readServiceKind = (cell: Cell | undefined): Reading<ServiceKind> => {
  const text = answerOf(cell);
  if (text === undefined) return empty;
  const words = fold(text)
    .replaceAll(/\b(?:tanpa|tidak perlu|tdk perlu|bukan|non) \w+/g, ' ')
    .split(' ');
  const says = (known: readonly string[]): boolean =>
    words.some((word) => known.some((one) => isLike(word, one)));
  const operator = says(operatorWords);
  const link = says(linkWords);
  if (operator && link) return read('link-and-operator');
  if (operator) return read('operator');
  if (link) return says(assistanceWords) ? read('link-and-operator', asWholeService) : read('link');
  if (says(assistanceWords) || says(streamingWords))
    return read('link-and-operator', asWholeService);
  return says(meetingWords)
    ? unsure(
        'belum menyebut jenisnya. Pilih Link Host saja, Link Host + Operator, atau Operator saja.',
      )
    : unreadable;
};

const asWholeService = 'dibaca Link Host + Operator. Pilih yang lain bila bukan itu yang dimaksud.';

/** "Live Streaming" as a kind of service says at least that the event is to be streamed. */
export const mentionsStreaming = (cell: Cell | undefined): boolean =>
  fold(answerOf(cell) ?? '')
    .split(' ')
    .some((word) => word === 'live' || isLike(word, 'streaming'));
