/**
 * Warns that a request may have been sent twice: the same letter number, or the same institution, day and a
 * similar title.
 *
 * The later one bears the warning and names the earlier; nothing is merged or dropped, because one letter may
 * ask for two events. Requests that are called off neither warn nor count. Staff say in *Alasan* of either that they
 * are not the same ("bukan duplikat"), or that they are.
 *
 * Who is asked for what is missing may file the form again: a later one by the same person that fits an earlier one which
 * lacks something is told to be that, and the earlier one is asked about no more.
 */
import { institutionOf, isCalledOff, isComplete, receivedAt } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case, Judgement, Rule } from '../cases/situation.ts';
import { firstOf, list } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import { fold } from '../reading/spelling.ts';

/** Shared words of two titles, 0 to 1: "Rapat Koordinasi Inflasi" and "… Inflasi Daerah Mingguan" reach 0.75. */
const similarEnough = 0.7;
const namedAtMost = 3;

export const flagDuplicates: Rule = (cases) => {
  const live = cases.filter((subject) => !isCalledOff(subject)).toSorted(byReceipt);
  const byLetter = groupedBy(live, letterKey);
  const byDay = groupedBy(live, dayKey);
  const byPerson = groupedBy(live, personKey);
  const words = new Map(live.map((subject) => [subject, titleWords(subject)]));
  const isSimilar = (a: Case, b: Case) => similarity(words.get(a), words.get(b)) >= similarEnough;
  const judgements = new Map<Ticket, Judgement>();
  for (const subject of live) {
    const earlierOnes = (group: readonly Case[] | undefined) =>
      (group?.slice(0, group.indexOf(subject)) ?? []).filter(
        (other) => !isToldApart(subject, other),
      );
    const sameLetter = earlierOnes(byLetter.get(letterKey(subject)));
    const sameEvent = earlierOnes(byDay.get(dayKey(subject))).filter(
      (other) => !sameLetter.includes(other) && isSimilar(subject, other),
    );
    const refiled = earlierOnes(byPerson.get(personKey(subject))).filter(
      (other) => !isComplete(other) && isRefiled(subject, other, words),
    );
    const judgement = judge(subject, { sameLetter, sameEvent, refiled });
    if (judgement !== undefined) judgements.set(subject.ticket, judgement);
  }
  return judgements;
};

interface Likely {
  readonly sameLetter: readonly Case[];
  readonly sameEvent: readonly Case[];
  readonly refiled: readonly Case[];
}

const judge = (subject: Case, likely: Likely): Judgement | undefined => {
  const { refiled } = likely;
  const [sameLetter, sameEvent] = [likely.sameLetter, likely.sameEvent].map((others) =>
    others.filter((other) => !refiled.includes(other)),
  );
  const said = verdictOf(subject);
  if (said?.kind === 'same') return { findings: [saidSame(said.tickets)] };
  const all = [...(sameLetter ?? []), ...(sameEvent ?? []), ...refiled];
  if (all.length === 0) return undefined;
  const findings = [
    ...refiledWarning(refiled),
    ...warning(headerOf('letterNumber'), 'nomor surat sama', sameLetter ?? []),
    ...warning(headerOf('event'), 'instansi, hari, dan nama kegiatan serupa', sameEvent ?? []),
  ];
  return {
    decided: {
      duplicates: all.map(({ ticket }) => ticket),
      ...(refiled.length > 0 && { refiled: refiled.map(({ ticket }) => ticket) }),
    },
    findings,
  };
};

/** The requester did as he was asked; what is left to do is to let go of the one that lacks something. */
const refiledWarning = (others: readonly Case[]): Judgement['findings'] & {} => {
  if (others.length === 0) return [];
  const tickets = list(others.map(({ ticket }) => ticket));
  const text = `Pemohon tampaknya mengisi ulang ${tickets} yang belum lengkap. Bila benar, pada ${tickets} pilih Status Dibatalkan dan tulis Alasan "digantikan" dengan nomor tiket ini; bila tidak, tulis "bukan duplikat" pada Alasan.`;
  return [{ kind: 'warning', field: headerOf('event'), text }];
};

/** The same letter, or a similar title on the same day; what the earlier one lacks fits anything. */
const isRefiled = (
  later: Case,
  earlier: Case,
  words: ReadonlyMap<Case, ReadonlySet<string>>,
): boolean => {
  const letters = [letterKey(later), letterKey(earlier)];
  if (letters[0] !== undefined && letters[1] !== undefined) return letters[0] === letters[1];
  const days = [later, earlier].map(({ request }) => request.answers.schedule?.startDay.toString());
  const isSameDay = days.includes(undefined) || days[0] === days[1];
  const isNameless = [later, earlier].some(({ request }) => request.answers.event === undefined);
  const isSimilar = similarity(words.get(later), words.get(earlier)) >= similarEnough;
  // Something has to speak for it.
  return (isNameless || isSimilar) && isSameDay && !(isNameless && days.includes(undefined));
};

const warning = (
  field: string,
  why: string,
  others: readonly Case[],
): Judgement['findings'] & {} => {
  if (others.length === 0) return [];
  const tickets = others.map(({ ticket }) => ticket);
  const named = firstOf(tickets, namedAtMost, (more) => `${more} lainnya`);
  const text = `Mungkin ganda dengan ${list(named)}: ${why}. Bila benar ganda, pilih Status Dibatalkan dan tulis Alasan; bila tidak, tulis "bukan duplikat" pada Alasan.`;
  return [{ kind: 'warning', field, text }];
};

/** What staff wrote in *Alasan* about being the same as another; of all others where no ticket is named. */
interface DuplicateVerdict {
  readonly kind: 'same' | 'other';
  readonly tickets: readonly Ticket[];
}

const verdictOf = ({ ticket, request: { staff } }: Case): DuplicateVerdict | undefined => {
  const reason = fold(staff.reason ?? '');
  const tickets = [...(staff.reason ?? '').matchAll(/[A-Z]{2,}-\d{4}-\d+/gi)]
    .map(([found]) => found.toUpperCase())
    .filter((found) => found !== ticket);
  if (told.other.test(reason)) return { kind: 'other', tickets };
  return told.same.test(reason) && !/\b(?:bukan|bkn|tidak|tdk)\b/.test(reason)
    ? { kind: 'same', tickets }
    : undefined;
};

const told = {
  other:
    /\b(?:bukan|bkn|tidak|tdk|tak)(?: \w+){0,2} (?:duplikat|duplikasi|ganda|dobel|double|kembar|sama|salinan)\b|\b(?:beda|berbeda) (?:kegiatan|acara|rapat|hari|jadwal|sesi|tema|topik|surat)\b|\b(?:kegiatan|acara|rapat|sesi|tema)(?: (?:yang|ini))? (?:beda|berbeda|kedua|terpisah)\b/,
  same: /\b(?:duplikat|duplikasi|ganda|dobel|double|salinan)\b/,
} as const;

/** Either of them was said to be another request, of all or of this one by its ticket. */
const isToldApart = (a: Case, b: Case): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => {
    const verdict = one && verdictOf(one);
    if (verdict?.kind !== 'other' || other === undefined) return false;
    return verdict.tickets.length === 0 || verdict.tickets.includes(other.ticket);
  });

const saidSame = (tickets: readonly Ticket[]) =>
  ({
    kind: 'warning',
    field: headerOf('reason'),
    text: `Menurut Alasan permohonan ini ganda${tickets.length > 0 ? ` dengan ${list(tickets)}` : ''}. Pilih Status Dibatalkan agar petugas dan alatnya bebas.`,
  }) as const;

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

/** Whoever filed it, by the one way to reach him. */
const personKey = ({ request: { answers } }: Case): string | undefined =>
  answers.email?.toLowerCase() ?? answers.phone;

const dayKey = (subject: Case): string | undefined => {
  const institution = plain(institutionOf(subject));
  const day = subject.request.answers.schedule?.startDay;
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
