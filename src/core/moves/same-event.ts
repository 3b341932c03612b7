/** Whether two requests are about one event, by what was filed: the letter, the institution, the words of the title. */
import { institutionOf, receivedAt } from '../cases/case-facts.ts';
import type { Answers } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { onceFor } from '../sheet/once-for.ts';

/** Shared words of two titles, 0 to 1: "Rapat Koordinasi Inflasi" and "… Inflasi Daerah Mingguan" reach 0.75. */
const similarEnough = 0.7;

/** Titles that say nearly the same. */
export const isSimilarTitle = (a: Case, b: Case): boolean =>
  similarity(titleWords(a.request.answers), titleWords(b.request.answers)) >= similarEnough;

/** In the order in which they came. */
export const byReceipt = (a: Case, b: Case): number => {
  const apart = (receivedAt(a)?.epochMilliseconds ?? 0) - (receivedAt(b)?.epochMilliseconds ?? 0);
  return apart || (a.ticket < b.ticket ? -1 : 1);
};

/** Letters and digits of the number; none for "-", "ada" and other numbers without a digit. */
export const letterKey = ({ request: { answers } }: Case): string | undefined =>
  letterKeyOf(answers);

const letterKeyOf = onceFor(({ letterNumber = '' }: Answers): string | undefined => {
  const key = plain(letterNumber).replaceAll(' ', '');
  return /\d/.test(key) && key.length >= 3 ? key : undefined;
});

/** Whose event it is, however it is spelt; none where nobody said. */
export const institutionKey = ({ request: { answers } }: Case): string | undefined =>
  institutionKeyOf(answers);

const institutionKeyOf = onceFor(
  (answers: Answers): string | undefined =>
    plain(institutionOf({ request: { answers } })) || undefined,
);

/** Twice the shared words by all words (Dice). */
const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * shared) / all;
};

const titleWords = onceFor(
  ({ event = '' }: Answers): ReadonlySet<string> =>
    new Set(
      plain(event)
        .split(' ')
        .flatMap((word) => (shortForms.get(word) ?? word).split(' '))
        .filter((word) => word !== '' && !fillers.has(word)),
    ),
);

const shortForms: ReadonlyMap<string, string> = new Map([
  ['rakor', 'rapat koordinasi'],
  ['ratas', 'rapat terbatas'],
  ['bimtek', 'bimbingan teknis'],
  ['monev', 'monitoring evaluasi'],
  ['musrenbang', 'musyawarah perencanaan pembangunan'],
  ['vicon', 'video conference'],
  ['zoom', 'video conference'],
]);

const fillers: ReadonlySet<string> = new Set([
  ...['dan', 'di', 'ke', 'dari', 'yang', 'dalam', 'rangka', 'tentang', 'untuk', 'pada', 'dengan'],
  ...[
    'kegiatan',
    'acara',
    'tahun',
    'secara',
    'melalui',
    'meeting',
    'virtual',
    'video',
    'conference',
  ],
]);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
