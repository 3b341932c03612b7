/**
 * Which signatures on a document stand. *Diperiksa*, then *Disetujui*, are acts on one edition: each counts for what the
 * document said when its words were first seen in the cell, and for nothing that it says later.
 *
 * The cell alone does not tell what it was given for, so the ledger keeps it. Whatever changes in the cell is a new act.
 * An approved edition stands as long as the facts are the ones that it tells, whatever becomes of its template.
 */
import type { Temporal } from 'temporal-polyfill';
import { findByName } from '../assignment/names.ts';
import type { Signers } from '../cases/desk.ts';
import type { DocumentRecord, SignAct, SignActs } from '../cases/ledger-state.ts';
import type { Signature, SignOff } from '../cases/request.ts';

/** A document that is checked and approved, as it should read now. */
export interface Paper {
  readonly key: string;
  /** Hashes of what it says besides its signatures, and of its template. */
  readonly facts: string;
  readonly template: string;
  /** Not whole yet: it cannot be signed. */
  readonly isDraft: boolean;
  /** What stands in its cells; absent where it has no row. */
  readonly marks?: TypedMarks;
  /** Its file says what a person wrote into it. */
  readonly isEdited?: boolean;
}

export interface TypedMarks {
  readonly checked?: SignOff;
  readonly approved?: SignOff;
}

export interface Approval {
  readonly newActs: readonly SignAct[];
  /** To be printed: given for what the document says now, by somebody who may. */
  readonly checked?: Signature;
  readonly approved?: Signature;
  /** The approved edition that lies there says the same, and stays as it is. */
  readonly stands: boolean;
  /** What each cell lacks; absent where all is well or nothing stands there. */
  readonly lacks: { readonly checked?: Lack; readonly approved?: Lack };
  readonly sentBack?: SentBackBy;
  readonly waits?: Waits;
}

export type SigningStep = 'checked' | 'approved';

/**
 * Why a signature does not count: `draft` the document is none yet · `not-named` Pengaturan names others · `unread` there was
 * no such document when it was written · `edited` its file said what a person wrote into it · `changed` it says something else now · `unchecked` nobody has checked it.
 */
export type Lack = 'draft' | 'not-named' | 'unread' | 'edited' | 'changed' | 'unchecked';

interface SentBackBy {
  readonly step: SigningStep;
  readonly what: string;
}

/** Whose turn it is, and since when. */
export interface Waits {
  readonly for: 'check' | 'approval' | 'mending';
  readonly since: Temporal.Instant;
}

/** What a signature is bound to. */
export const printOf = ({ facts, template }: Pick<Paper, 'facts' | 'template'>): string =>
  `${facts}.${template}`;

/** What a signature under a file that a person edited is bound to: no edition of ours says that. */
const editedPrint = 'edited';

/** The facts of a print. */
export const factsOf = (print: string): string => print.split('.', 1)[0] ?? '';

export const settleApproval = (
  paper: Paper,
  {
    record,
    acts,
    now,
    signers,
  }: {
    /** The document as it lay there before this pass: what people could read. */
    readonly record: DocumentRecord | undefined;
    readonly acts: SignActs;
    readonly now: Temporal.Instant;
    readonly signers: Signers;
  },
): Approval => {
  const seen = paper.marks === undefined ? [] : newMarks(paper, { record, acts, now });
  const known: SignActs = new Map([...acts, ...seen.map((act) => [act.step, act] as const)]);
  const sentBack = sentBackBy(paper.marks);
  const stands = isStanding(paper, { record, known }) && sentBack === undefined;
  const offered = stands ? [] : newOffer(paper, { known, now });
  const lackOf = (step: SigningStep) => lackIn(step, { paper, known, signers });
  const checkedLack = lackOf('checked');
  const approvedLack =
    lackOf('approved') ??
    (signatureIn('checked', paper) && checkedLack === undefined ? undefined : 'unchecked');
  const isOpen = sentBack === undefined;
  const checked = isOpen && checkedLack === undefined ? signatureIn('checked', paper) : undefined;
  const approved =
    isOpen && approvedLack === undefined ? signatureIn('approved', paper) : undefined;
  const waits = stands
    ? undefined
    : waitsFor(paper, {
        known: new Map([...known, ...offered.map((act) => [act.step, act] as const)]),
        checked,
        approved,
      });
  const lacks =
    stands || !isOpen
      ? {}
      : {
          ...(checkedLack && signatureIn('checked', paper) && { checked: checkedLack }),
          ...(approvedLack && signatureIn('approved', paper) && { approved: approvedLack }),
        };
  return {
    newActs: [...seen, ...offered],
    ...(checked && { checked }),
    ...(approved && { approved }),
    stands,
    lacks,
    ...(sentBack && { sentBack }),
    ...(waits && { waits }),
  };
};

const steps = ['checked', 'approved'] as const;

const signatureIn = (step: SigningStep, { marks }: Paper): Signature | undefined => {
  const mark = marks?.[step];
  return mark?.kind === 'signed' ? mark : undefined;
};

/** What was typed since the last pass was typed over the edition that lay there then. Who sends back voids what others signed. */
const newMarks = (
  paper: Paper,
  {
    record,
    acts,
    now,
  }: {
    readonly record: DocumentRecord | undefined;
    readonly acts: SignActs;
    readonly now: Temporal.Instant;
  },
): readonly SignAct[] => {
  const given = paper.isEdited ? editedPrint : shownPrint(paper, { record, acts });
  const typed = (step: SigningStep): string => paper.marks?.[step]?.typed ?? '';
  const isNew = (step: SigningStep): boolean => typed(step) !== (acts.get(step)?.mark ?? '');
  const isSendingBack = steps.some(
    (step) => paper.marks?.[step]?.kind === 'sent-back' && isNew(step),
  );
  return steps
    .filter((step) => isNew(step) || (isSendingBack && (acts.get(step)?.given ?? '') !== ''))
    .map((step) => ({
      key: paper.key,
      step,
      mark: typed(step),
      given: signatureIn(step, paper) === undefined || isSendingBack ? '' : given,
      at: now,
    }));
};

/** Of an approval from before the ledger kept this: it was given for what lies there. */
const shownPrint = (
  paper: Paper,
  { record, acts }: { readonly record: DocumentRecord | undefined; readonly acts: SignActs },
): string => {
  if (record?.signedOff && !acts.has('approved')) return printOf(paper);
  if (record?.id === undefined || record.madeFrom === undefined) return '';
  const print = printOf({ facts: record.madeFrom.view, template: record.madeFrom.template });
  // A run that was killed may have saved another one over it.
  const saving = acts.get('saving')?.given ?? print;
  return saving === print ? print : '';
};

const sentBackBy = (marks: TypedMarks | undefined): SentBackBy | undefined => {
  const step = steps.find((one) => marks?.[one]?.kind === 'sent-back');
  const mark = step && marks?.[step];
  return step && mark?.kind === 'sent-back' ? { step, what: mark.what } : undefined;
};

/** Both signatures were given for these facts and are there still; where there is no row, they are what they were. */
const isStanding = (
  paper: Paper,
  { record, known }: { readonly record: DocumentRecord | undefined; readonly known: SignActs },
): boolean =>
  record?.id !== undefined &&
  record.signedOff === true &&
  steps.every((step) => {
    const act = known.get(step);
    const isThere = paper.marks === undefined || signatureIn(step, paper) !== undefined;
    return isThere && act !== undefined && factsOf(act.given) === paper.facts;
  });

const newOffer = (
  paper: Paper,
  { known, now }: { readonly known: SignActs; readonly now: Temporal.Instant },
): readonly SignAct[] => {
  const print = printOf(paper);
  return paper.isDraft || known.get('offered')?.given === print
    ? []
    : [{ key: paper.key, step: 'offered', mark: '', given: print, at: now }];
};

const lackIn = (
  step: SigningStep,
  {
    paper,
    known,
    signers,
  }: { readonly paper: Paper; readonly known: SignActs; readonly signers: Signers },
): Lack | undefined => {
  const signature = signatureIn(step, paper);
  if (signature === undefined) return undefined;
  if (paper.isDraft) return 'draft';
  const named = signers[step].map((name) => ({ name }));
  if (named.length > 0 && findByName(signature.name, named) === undefined) return 'not-named';
  const given = known.get(step)?.given ?? '';
  if (given === printOf(paper)) return undefined;
  if (given === editedPrint) return 'edited';
  return given === '' ? 'unread' : 'changed';
};

const waitsFor = (
  paper: Paper,
  {
    known,
    checked,
    approved,
  }: {
    readonly known: SignActs;
    readonly checked: Signature | undefined;
    readonly approved: Signature | undefined;
  },
): Waits | undefined => {
  const sentBack = sentBackBy(paper.marks);
  const since = (step: SignAct['step']): Temporal.Instant | undefined => known.get(step)?.at;
  const waits = (who: Waits['for'], from: Temporal.Instant | undefined): Waits | undefined =>
    from && { for: who, since: from };
  if (sentBack) return waits('mending', since(sentBack.step));
  if (paper.isDraft || approved) return undefined;
  return checked ? waits('approval', since('checked')) : waits('check', since('offered'));
};
