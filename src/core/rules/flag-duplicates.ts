/**
 * Warns that a request may have been sent twice: the same letter number, or the same institution, day and a
 * similar title.
 *
 * The later one bears the warning and names the earlier; nothing is merged or dropped, because one letter may
 * ask for two events. Requests that are called off neither warn nor count.
 */
import { isCalledOff, receivedAt } from '../case-facts.ts';
import type { Ticket } from '../ledger-state.ts';
import type { Case, Judgement, Rule } from '../situation.ts';
import { list } from '../wording.ts';

/** Shared words of two titles, 0 to 1: "Rapat Koordinasi Inflasi" and "… Inflasi Daerah Mingguan" reach 0.75. */
const similarEnough = 0.7;
const namedAtMost = 3;

export const flagDuplicates: Rule = (cases) => {
  const live = cases.filter((subject) => !isCalledOff(subject)).toSorted(byReceipt);
  const byLetter = groupedBy(live, letterKey);
  const byDay = groupedBy(live, dayKey);
  const words = new Map(live.map((subject) => [subject, titleWords(subject)]));
  const isSimilar = (a: Case, b: Case) => similarity(words.get(a), words.get(b)) >= similarEnough;
  const judgements = new Map<Ticket, Judgement>();
  for (const subject of live) {
    const earlierOnes = (group: readonly Case[] | undefined) =>
      group?.slice(0, group.indexOf(subject)) ?? [];
    const sameLetter = earlierOnes(byLetter.get(letterKey(subject)));
    const sameEvent = earlierOnes(byDay.get(dayKey(subject))).filter(
      (other) => !sameLetter.includes(other) && isSimilar(subject, other),
    );
    const judgement = judge(sameLetter, sameEvent);
    if (judgement !== undefined) judgements.set(subject.ticket, judgement);
  }
  return judgements;
};

const judge = (sameLetter: readonly Case[], sameEvent: readonly Case[]): Judgement | undefined => {
  if (sameLetter.length + sameEvent.length === 0) return undefined;
  const findings = [
    ...warning('Nomor Surat', 'nomor surat sama', sameLetter),
    ...warning('Nama Kegiatan', 'instansi, hari, dan nama kegiatan serupa', sameEvent),
  ];
  return {
    decided: { duplicates: [...sameLetter, ...sameEvent].map(({ ticket }) => ticket) },
    findings,
  };
};

const warning = (
  field: string,
  why: string,
  others: readonly Case[],
): Judgement['findings'] & {} => {
  if (others.length === 0) return [];
  const named = others.slice(0, namedAtMost).map(({ ticket }) => ticket);
  const more = others.length > namedAtMost ? [`${others.length - namedAtMost} lainnya`] : [];
  const text = `Mungkin ganda dengan ${list([...named, ...more])}: ${why}. Bila benar ganda, pilih Status Dibatalkan dan tulis Alasan.`;
  return [{ kind: 'warning', field, text }];
};

const byReceipt = (a: Case, b: Case): number => {
  const apart = (receivedAt(a)?.epochMilliseconds ?? 0) - (receivedAt(b)?.epochMilliseconds ?? 0);
  return apart || (a.ticket < b.ticket ? -1 : 1);
};

const groupedBy = (cases: readonly Case[], keyOf: (subject: Case) => string | undefined) => {
  const groups = new Map<string | undefined, Case[]>();
  for (const subject of cases) {
    const key = keyOf(subject);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(subject);
    else groups.set(key, [subject]);
  }
  return groups;
};

/** Letters and digits of the number; none for "-", "ada" and other numbers without a digit. */
const letterKey = ({ request: { answers } }: Case): string | undefined => {
  const key = plain(answers.letterNumber ?? '').replaceAll(' ', '');
  return /\d/.test(key) && key.length >= 3 ? key : undefined;
};

const dayKey = ({ request: { answers } }: Case): string | undefined => {
  const institution = plain(answers.institutionCanonical ?? answers.institution ?? '');
  const day = answers.schedule?.startDay;
  return institution === '' || day === undefined ? undefined : `${institution}|${day}`;
};

/** Twice the shared words by all words (Dice). */
const similarity = (
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): number => {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * shared) / all;
};

const titleWords = ({ request }: Case): ReadonlySet<string> =>
  new Set(
    plain(request.answers.event ?? '')
      .split(' ')
      .flatMap((word) => (shortForms.get(word) ?? word).split(' '))
      .filter((word) => word !== '' && !fillers.has(word)),
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
