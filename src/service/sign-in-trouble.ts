/** What Google says where no pass can mend it and no call gets through any more: somebody has to sign in, or to give it another key. */
import type { Temporal } from 'temporal-polyfill';
import { ServiceError } from '../errors.ts';

const signInAgain =
  'Jalankan "npx layanan-vicon login" di komputer layanan. Bila terulang setiap pekan, ubah layar persetujuan Google dari "Testing" menjadi "In production" atau "Internal".';

/** What the keeper is to do, by the code of the error. */
const wordsOf: ReadonlyMap<string, string> = new Map([
  ['sign-in-ended', signInAgain],
  ['not-signed-in', signInAgain],
  [
    'scope-missing',
    'Izin untuk layanan kurang. Jalankan "npx layanan-vicon login" di komputer layanan dan biarkan semua kotak izin tercentang.',
  ],
  [
    'client-unknown',
    'Google menolak klien OAuth milik layanan. Di Google Cloud (Google Auth Platform → Clients) buat secret baru dan tulis sebagai "client_secret" di berkas kredensial. Bila kliennya sudah tidak ada, buat klien baru, lalu jalankan "npx layanan-vicon login".',
  ],
  [
    'key-refused',
    'Google menolak kunci akun layanan (service account). Di Google Cloud (IAM & Admin → Service Accounts) buat kunci baru, lalu taruh sebagai pengganti berkas kredensial yang lama.',
  ],
]);

/** What is to be done, where an error is of this kind. */
export const signInTroubleIn = (error: unknown): string | undefined =>
  error instanceof ServiceError ? wordsOf.get(error.code) : undefined;

/** So long a service waits for somebody to mend it: it takes up what they do by itself. */
const patience = { minutes: 30 };

/**
 * Whether a service has waited in vain. Then only a start afresh may help, which reads settings and files anew, and whoever
 * watches over the service sees that something is wrong.
 */
export const openPatience = (): {
  wentWell(): void;
  isOver(error: unknown, now: Temporal.Instant): boolean;
} => {
  let since: Temporal.Instant | undefined;
  return {
    wentWell: () => {
      since = undefined;
    },
    isOver: (error, now) => {
      if (signInTroubleIn(error) === undefined) return false;
      since ??= now;
      return now.epochMilliseconds >= since.add(patience).epochMilliseconds;
    },
  };
};
