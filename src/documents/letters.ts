/**
 * How a letter stands: valid, a draft, not valid any more, or in the place of another.
 *
 * A draft is made anew as often as its facts change. What was more than a draft may have been signed and handed on: when
 * it stops being true it is marked, with what it said, and another letter names it. One whose facts come back is valid
 * again, for the paper in people's hands says what is true.
 */
import type { DocumentRecord, LetterRecord } from '../core/cases/ledger-state.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import { list } from '../core/cases/wording.ts';
import type { EventDocumentKind, LetterRules, WantedDocument } from './document-kind.ts';
import { eventDocument } from './parts/event-document.ts';
import { publicTopicOf } from './parts/event-parts.ts';

interface KindOfLetter extends EventDocumentKind {
  readonly letter: LetterRules;
}

export const isLetter = (kind: EventDocumentKind): kind is KindOfLetter =>
  kind.letter !== undefined;

/** The letter as it should be now; `undefined` where none should be made and none was, or what was made stays. */
export const letterNow = (
  kind: KindOfLetter,
  record: DocumentRecord | undefined,
  { subject, situation }: { readonly subject: Case; readonly situation: Situation },
): WantedDocument | undefined => {
  const made = madeLetter(kind, record, subject);
  const wanted = kind.wanted(subject, situation, made);
  if (wanted !== undefined) return standing(kind, { wanted, made, edition: record?.edition ?? 1 });
  const why = record?.id === undefined ? undefined : kind.letter.invalid(subject, situation);
  if (why === undefined) return undefined;
  if (made !== undefined) return voided(made, { kind, ticket: subject.ticket, why });
  if (isVoidName(record?.title ?? record?.id ?? '')) return undefined;
  const view = kind.letter.view(subject, situation);
  const { name, folder } = eventDocument(kind, subject, { situation, view, because: why });
  return voided({ view, name, folder, isDraft: false }, { kind, ticket: subject.ticket, why });
};

/**
 * What is known of the letter that was made. What another version of this program printed may not fit any more; and what
 * has become confidential since is not printed again.
 */
const madeLetter = (
  kind: KindOfLetter,
  record: DocumentRecord | undefined,
  subject: Case,
): LetterRecord | undefined => {
  const letter = record?.letter;
  if (letter === undefined || !kind.schema.safeParse(letter.view).success) return undefined;
  if (subject.request.answers.sensitivity === 'biasa') return letter;
  const acara = publicTopicOf(subject);
  const name = `${subject.ticket} ${kind.title} - ${acara}${letter.isDraft ? ' (Draf)' : ''}.docx`;
  const { replaced } = letter;
  return {
    ...letter,
    view: { ...letter.view, acara },
    name,
    ...(replaced && { replaced: { ...replaced, view: { ...replaced.view, acara }, name } }),
  };
};

const standing = (
  kind: KindOfLetter,
  {
    wanted,
    made,
    edition,
  }: {
    readonly wanted: WantedDocument;
    readonly made: LetterRecord | undefined;
    readonly edition: number;
  },
): WantedDocument => {
  const view = { ...wanted.view } as Readonly<Record<string, unknown>>;
  const isNext = made !== undefined && !made.isDraft && changes(kind, made.view, view).length > 0;
  const replaced = isNext
    ? {
        edition,
        view: made.view,
        name: made.name,
        ...(made.leftAsIs && { leftAsIs: true as const }),
      }
    : made?.replaced;
  const sentence = replaced === undefined ? '' : replacing(kind, replaced, view);
  const before =
    isNext && made.void === undefined
      ? voided(made, {
          kind,
          ticket: wanted.ticket ?? '',
          why: `diganti dengan edisi ${edition + 1}`,
        })
      : undefined;
  return {
    ...wanted,
    view: { ...view, menggantikan: sentence },
    ...(isNext && { because: sentence }),
    letter: {
      view,
      name: wanted.name,
      folder: wanted.folder,
      isDraft: view['draf'] === true,
      isNext,
      ...(replaced && { replaced }),
      ...(before && { before }),
      ...(sentence !== '' && { firstLine: { text: sentence, unlessPrinted: 'menggantikan' } }),
    },
  };
};

/** As it was, marked: in its name, on top of it, and wherever its template says so. */
const voided = (
  made: LetterRecord,
  {
    kind,
    ticket,
    why,
  }: { readonly kind: KindOfLetter; readonly ticket: string; readonly why: string },
): WantedDocument => {
  const { leftAsIs: _, ...letter } = made;
  return {
    key: `${kind.key}/${ticket}`,
    kind: kind.key,
    ticket,
    folder: made.folder,
    name: made.name.replace(`${ticket} `, `${ticket} ${voidMark} - `),
    view: {
      ...made.view,
      tidakBerlaku: why,
      menggantikan: made.replaced === undefined ? '' : replacing(kind, made.replaced, made.view),
    },
    because: `Surat tidak berlaku: ${why}.`,
    letter: {
      ...letter,
      void: why,
      isNext: false,
      firstLine: { text: `${voidMark}: ${why}.` },
    },
  };
};

const voidMark = 'TIDAK BERLAKU';

const isVoidName = (name: string): boolean => name.includes(voidMark);

const replacing = (
  { title, letter }: KindOfLetter,
  replaced: NonNullable<LetterRecord['replaced']>,
  view: Readonly<Record<string, unknown>>,
): string => {
  const named = replaced.name.replace(/\.docx$/, '');
  const changed = changes({ letter }, replaced.view, view);
  return [
    `Menggantikan ${title} edisi ${replaced.edition} ("${named}"), yang tidak berlaku lagi.`,
    ...(changed.length === 0 ? [] : [`Yang berubah: ${list(changed)}.`]),
  ].join(' ');
};

/** "petugas (semula Andi Contoh)", for each thing that it tells otherwise. */
const changes = (
  { letter: { tells } }: Pick<KindOfLetter, 'letter'>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const told = new Map(tells(before).map(({ label, value }) => [label, value]));
  return tells(after).flatMap(({ label, value, isPrivate }) => {
    const earlier = told.get(label) ?? '';
    if (earlier === value) return [];
    return [isPrivate || earlier === '' ? label : `${label} (semula ${earlier})`];
  });
};
