/** What the row of a request says of its letters: that one is not valid any more, or stands in the place of another. */
import { hasEnded } from '../cases/case-facts.ts';
import type { DocumentRecord } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Situation } from '../cases/situation.ts';

/** When a letter stops being valid, and what people have to do then. */
export interface LetterValidity {
  /** Why one that was made is not valid now, in words that follow "tidak berlaku: "; `undefined` while it is. */
  readonly invalid: (subject: Case, situation: Situation) => string | undefined;
  /** What to do about copies that went out: one sentence. */
  readonly recall: string;
}

interface MadeLetter {
  readonly kind: { readonly title: string; readonly letter?: LetterValidity };
  readonly record: DocumentRecord;
}

interface LetterAround {
  readonly subject: Case;
  readonly situation: Situation;
}

/** Once marked it stays so, until it is made valid again. */
export const whyVoid = (
  { kind: { letter }, record }: MadeLetter,
  { subject, situation }: LetterAround,
): string | undefined => letter && (letter.invalid(subject, situation) ?? record.letter?.void);

/** Nothing of a draft, which went nowhere; nor once the event is over, unless a file does not say it itself. */
export const letterFindings = (made: MadeLetter, around: LetterAround): readonly Finding[] => {
  const { kind, record } = made;
  if (kind.letter === undefined || record.letter === undefined) return [];
  const { isDraft, leftAsIs, replaced } = record.letter;
  const why = whyVoid(made, around);
  const isPast = hasEnded(around.subject, around.situation.now);
  const warning = (text: string): readonly Finding[] => [{ kind: 'warning', text }];
  if (why !== undefined) {
    if (leftAsIs) return warning(`${kind.title} tidak berlaku: ${why}. ${unmarked}`);
    return isDraft || isPast
      ? []
      : warning(`${kind.title} tidak berlaku: ${why}. ${kind.letter.recall}`);
  }
  if (replaced === undefined) return [];
  const sentence = `${kind.title} edisi ${record.edition} menggantikan edisi ${replaced.edition}, yang tidak berlaku lagi.`;
  if (replaced.leftAsIs) return warning(`${sentence} ${unmarked}`);
  return isPast ? [] : warning(`${sentence} ${kind.letter.recall}`);
};

const unmarked =
  'Berkasnya telah disunting dan dibiarkan apa adanya: tandai sendiri sebagai tidak berlaku dan tarik salinannya.';
