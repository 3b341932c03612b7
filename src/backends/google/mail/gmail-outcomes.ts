/** What is known of a mail after Gmail refused it, or said nothing. */
import type { SendOutcome } from '../../../messages/way-out.ts';
import type { CallFailure } from '../client/failure.ts';

/**
 * Refusals are certain; failures of Google's own and lines that were cut are not (RFC 5321 6.1 holds for any way).
 *
 * Source: "Resolve errors" of Gmail's guide.
 */
export const outcomeOfFailure = (failure: CallFailure): SendOutcome => {
  const { kind, status, isUnreached } = failure;
  switch (kind) {
    case 'network':
      return isUnreached
        ? { kind: 'paused', why: 'Gmail tidak dapat dihubungi' }
        : { kind: 'unknown', why: 'sambungan ke Gmail terputus sebelum ada jawaban' };
    case 'unavailable':
      return { kind: 'unknown', why: `Gmail gagal menjawab (${status ?? 'tanpa kode'})` };
    case 'rate':
      return { kind: 'paused', why: limitIn(failure) };
    case 'unauthenticated':
      return {
        kind: 'paused',
        why: signInWanted(failure),
      };
    case 'refused':
      return refusal(failure);
  }
};

/** Where the client itself is refused, another login helps nobody. */
export const signInWanted = ({ reason }: Pick<CallFailure, 'reason'>): string =>
  /_client$/.test(reason ?? '')
    ? 'Google menolak klien OAuth layanan; jalankan "npx layanan-vicon doctor"'
    : 'akun Google perlu masuk kembali; jalankan "npx layanan-vicon login"';

const limitIn = ({ text }: CallFailure): string =>
  /mail sending|daily/i.test(text)
    ? 'batas kiriman hari ini pada Gmail tercapai'
    : 'Gmail meminta jeda karena terlalu banyak kiriman';

const refusal = (failure: CallFailure): SendOutcome => {
  const { status, reason, text } = failure;
  const saying = `Gmail menolak${status === undefined ? '' : ` (${status}${reason === undefined ? '' : `, ${reason}`})`}`;
  if (reason === 'dailyLimitExceeded') return { kind: 'paused', why: limitIn(failure) };
  if (/SERVICE_DISABLED|accessNotConfigured/.test(reason ?? '')) {
    return { kind: 'paused', why: 'Gmail API belum diaktifkan di Google Cloud' };
  }
  if (/SCOPE_INSUFFICIENT|insufficientPermissions/.test(reason ?? '')) {
    return {
      kind: 'paused',
      why: 'akun Google belum memberi izin mengirim surat; jalankan "npx layanan-vicon login" sekali lagi',
    };
  }
  // Of the account or its domain, and so of every mail: no mailbox, forbidden by an administrator.
  if (status === 403 || reason === 'failedPrecondition') return { kind: 'paused', why: saying };
  return /recipient|invalid to header/i.test(text)
    ? { kind: 'refused', what: 'address', why: saying }
    : { kind: 'refused', what: 'mail', why: saying };
};
