/**
 * Settles which signatures each document bears: what stands in the cells, held against what the ledger knows it was given
 * for, and what the document says now.
 */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DocumentStore } from '../backends/backend.ts';
import { jsonNote, keptFact } from '../backends/kept-note.ts';
import { approvalQuestions } from '../core/approval/approval-questions.ts';
import {
  type Approval,
  type Paper,
  printOf,
  settleApproval,
} from '../core/approval/settle-approval.ts';
import {
  type DocumentRecord,
  type LedgerState,
  noChange,
  type SignAct,
  type SignActs,
} from '../core/cases/ledger-state.ts';
import { recalled } from '../core/cases/remembered.ts';
import type { Finding } from '../core/cases/request.ts';
import { isSame } from '../core/cases/same.ts';
import type { Situation } from '../core/cases/situation.ts';
import { onceFor } from '../core/sheet/once-for.ts';
import type { PriorEdition, Signing, WantedDocument } from '../documents/document-kind.ts';
import { changesSince } from '../documents/parts/changes-since.ts';
import { ServiceError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Fingerprint, noFingerprint, type Templates } from './template-shelf.ts';

/** A document that should exist, with the signatures that it may print. */
export interface SettledDocument extends WantedDocument {
  /** What it says besides its signatures. */
  readonly facts: object;
  readonly fingerprint: Fingerprint;
  /** It prints an approval of what it says: once saved so, the file is never touched again. */
  readonly signedOff: boolean;
  /** The approved edition that lies there says the same and stays, whatever became of its template. */
  readonly stands: boolean;
  readonly settled?: SettledSigning;
}

interface SettledSigning {
  readonly approval: Approval;
  /** Somebody signed it just now, and its file could not be looked at: what was typed waits for a pass that can. */
  readonly isUnread: boolean;
  /** The approved edition that this one replaces. */
  readonly replaced?: ReplacedEdition;
}

interface ReplacedEdition extends PriorEdition {
  /** Names of what changed. */
  readonly parts: readonly string[];
}

/** In parts of which each is the very same as in the pass before while nothing in it changed. */
export type SettledParts = readonly (readonly SettledDocument[])[];

interface SigningAround {
  readonly templates: Pick<Templates, 'fingerprint'>;
  readonly ledger: Pick<Ledger, 'recall'>;
  readonly documents: Pick<DocumentStore, 'look'>;
  readonly ledgerState: Pick<LedgerState, 'documents' | 'signatures'>;
  readonly situation: Situation;
}

export const signDocuments = async (
  wanted: readonly (readonly WantedDocument[])[],
  around: SigningAround,
): Promise<SettledParts> => {
  const { templates, ledgerState, situation } = around;
  const parts: (readonly SettledDocument[])[] = [];
  for (const part of wanted) {
    const from = [templates, keptActs(part, ledgerState)];
    const settled = recalled({ by: signDocuments, of: part, from }, situation, (then) =>
      part.map((document) => settledAsKnown(document, { ...around, situation: then })),
    );
    parts.push(await withAsked(settled, part, around));
  }
  return parts;
};

/** Where somebody has just signed, or an approved edition is replaced, more has to be asked: `ask`. */
const settledAsKnown = (
  document: WantedDocument,
  around: Omit<SigningAround, 'ledger' | 'documents'>,
): SettledDocument | 'ask' => {
  const { key, signing } = document;
  const { templates, ledgerState } = around;
  const plain = unsigned(document, templates);
  if (signing === undefined || plain.fingerprint === noFingerprint) return plain;
  const paper = paperOf(key, signing, plain.fingerprint);
  const approval = settleApproval(paper, knownOf(key, around));
  const isIssued = ledgerState.signatures.get(key)?.has('issued') === true;
  return approval.newActs.length > 0 || (isIssued && !approval.stands)
    ? 'ask'
    : signedAs(document, { signing, templates, approval, isUnread: false });
};

const withAsked = async (
  settled: readonly (SettledDocument | 'ask')[],
  part: readonly WantedDocument[],
  around: SigningAround,
): Promise<readonly SettledDocument[]> => {
  const isWhole = (all: typeof settled): all is readonly SettledDocument[] => !all.includes('ask');
  if (isWhole(settled)) return settled;
  const documents: SettledDocument[] = [];
  for (const [at, document] of part.entries()) {
    const known = settled[at];
    documents.push(
      known === undefined || known === 'ask' ? await signOne(document, around) : known,
    );
  }
  return documents;
};

const knownOf = (
  key: string,
  { ledgerState, situation }: Pick<SigningAround, 'ledgerState' | 'situation'>,
) => ({
  record: ledgerState.documents.get(key),
  acts: ledgerState.signatures.get(key) ?? noActs,
  now: situation.now,
  signers: situation.desk.settings.signers,
});

const noActs: SignActs = new Map();

/** What the ledger knows of these documents; the very list where it knows nothing else. */
const keptActs = (
  part: readonly WantedDocument[],
  known: SigningAround['ledgerState'],
): readonly unknown[] => {
  const { documents, signatures } = known;
  const before = actsBefore.get(part);
  if (before?.documents === documents && before.signatures === signatures) return before.acts;
  const now = part.flatMap(({ key, signing }) =>
    signing === undefined ? [] : [documents.get(key), signatures.get(key)],
  );
  const acts = before !== undefined && isSame(before.acts, now) ? before.acts : now;
  actsBefore.set(part, { documents, signatures, acts });
  return acts;
};

const actsBefore = new WeakMap<
  readonly WantedDocument[],
  SigningAround['ledgerState'] & { readonly acts: readonly unknown[] }
>();

const signOne = async (
  document: WantedDocument,
  around: SigningAround,
): Promise<SettledDocument> => {
  const { templates, ledger, documents } = around;
  const { key, signing } = document;
  const plain = unsigned(document, templates);
  if (signing === undefined || plain.fingerprint === noFingerprint) return plain;
  const known = knownOf(key, around);
  const { record, acts } = known;
  const paper = paperOf(key, signing, plain.fingerprint);
  const first = settleApproval(paper, known);
  const read = isNewlySigned(first) ? await asItLies(paper, { record, documents }) : paper;
  const approval = read === paper ? first : settleApproval(read, known);
  const issued = approval.stands ? undefined : acts.get('issued');
  const replaced = issued && (await replacedEdition(document, ledger));
  const isUnread = paper.marks !== undefined && read.marks === undefined;
  return signedAs(document, {
    signing,
    templates,
    approval,
    isUnread,
    ...(replaced && { replaced }),
  });
};

const signedAs = (
  document: WantedDocument,
  {
    signing,
    templates,
    approval,
    isUnread,
    replaced,
  }: SettledSigning & Pick<SigningAround, 'templates'> & { readonly signing: Signing },
): SettledDocument => {
  const { checked, approved, stands } = approval;
  const view = signedView(signing, {
    ...(checked && { checked }),
    ...(approved && { approved }),
    ...(replaced && { prior: replaced }),
  });
  return {
    ...document,
    view,
    facts: document.view,
    fingerprint: fingerprintOf(templates, { ...document, view }, document.view),
    signedOff: approved !== undefined,
    stands,
    settled: { approval, isUnread, ...(replaced && { replaced }) },
  };
};

/** A pass that remembers asks for the very same again. */
const signedView = (signing: Signing, signatures: PrintedSignatures): object => {
  const before = signedBefore.get(signing);
  if (before !== undefined && isSame(before.signatures, signatures)) return before.view;
  const view = signing.signed(signatures);
  signedBefore.set(signing, { signatures, view });
  return view;
};

type PrintedSignatures = Parameters<Signing['signed']>[0];

const signedBefore = new WeakMap<
  Signing,
  { readonly signatures: PrintedSignatures; readonly view: object }
>();

/** As it is with nobody's signature. */
export const unsigned = (
  document: WantedDocument,
  templates: Pick<Templates, 'fingerprint'>,
): SettledDocument => ({
  ...document,
  facts: document.view,
  fingerprint: fingerprintOf(templates, document),
  signedOff: false,
  stands: false,
});

const paperOf = (key: string, { isDraft, marks }: Signing, { view, template }: Fingerprint) => ({
  key,
  facts: view,
  template,
  isDraft,
  ...(marks && { marks }),
});

const isNewlySigned = ({ newActs: acts }: Approval): boolean =>
  acts.some(({ step, given }) => (step === 'checked' || step === 'approved') && given !== '');

/**
 * Whoever signs has read the file, not our record of it. Where it cannot be looked at, what was typed waits for a pass
 * that can.
 */
const asItLies = async (
  paper: Paper,
  {
    record,
    documents,
  }: {
    readonly record: DocumentRecord | undefined;
    readonly documents: Pick<DocumentStore, 'look'>;
  },
): Promise<Paper> => {
  try {
    const stored = record?.id === undefined ? undefined : await documents.look(record.id);
    const saved = stored?.savedHash ?? record?.contentHash;
    return { ...paper, isEdited: stored?.contentHash !== saved };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { marks: _, ...unseen } = paper;
    return unseen;
  }
};

/** Where the program fails over it, nothing is settled: making it fails too, and is told. */
const fingerprintOf = (
  templates: Pick<Templates, 'fingerprint'>,
  document: WantedDocument,
  facts?: object,
): Fingerprint => {
  try {
    return templates.fingerprint(document, facts);
  } catch {
    return noFingerprint;
  }
};

const issuedName = (key: string): string => `approved edition of ${key}`;

const issuedSchema = z.object({
  edition: z.number(),
  name: z.string(),
  day: z.string().optional(),
  facts: z.looseObject({}),
});
const issuedForm = jsonNote(issuedSchema);

/** Remembers what an approved edition says, so that the next one can tell what changed since. */
export const noteIssued = async (
  ledger: Pick<Ledger, 'commit' | 'remember'>,
  document: SettledDocument,
  {
    edition,
    now,
    pass,
  }: { readonly edition: number; readonly now: Temporal.Instant; readonly pass: string },
): Promise<void> => {
  const { key, facts, fingerprint, settled } = document;
  const approved = settled?.approval.approved;
  if (approved === undefined) return;
  const { name, day, typed } = approved;
  const issued: z.input<typeof issuedSchema> = {
    edition,
    name,
    ...(day && { day: day.toString() }),
    facts: { ...facts },
  };
  await ledger.remember(issuedName(key), JSON.stringify(issued));
  const given = printOf({ facts: fingerprint.view, template: fingerprint.template });
  const act: SignAct = { key, step: 'issued', mark: typed, given, at: now };
  await ledger.commit({ ...noChange, signatures: [act] }, now, pass);
};

/** What is kept of the approved edition before the one that is about to be saved. */
export const issuedEdition = async (
  ledger: Pick<Ledger, 'recall'>,
  { key, signedOff }: SettledDocument,
): Promise<string | undefined> => (signedOff ? ledger.recall(issuedName(key)) : undefined);

/** As it was before a later one was taken back. */
export const restoreIssued = (
  ledger: Pick<Ledger, 'remember'>,
  key: string,
  issued: string,
): Promise<void> => ledger.remember(issuedName(key), issued);

/** Before a file is written: what people read from now on may be the edition before, or this one. */
export const noteSaving = async (
  ledger: Pick<Ledger, 'commit'>,
  { key, signing, fingerprint }: SettledDocument,
  { now, pass }: { readonly now: Temporal.Instant; readonly pass: string },
): Promise<void> => {
  if (signing === undefined) return;
  const given = printOf({ facts: fingerprint.view, template: fingerprint.template });
  const act: SignAct = { key, step: 'saving', mark: '', given, at: now };
  await ledger.commit({ ...noChange, signatures: [act] }, now, pass);
};

const replacedEdition = async (
  { key, view }: WantedDocument,
  ledger: Pick<Ledger, 'recall'>,
): Promise<ReplacedEdition | undefined> => {
  const noted = issuedName(key);
  const issued = keptFact({ name: noted, form: issuedForm }, await ledger.recall(noted));
  if (issued === undefined) return undefined;
  const { edition, name, day, facts } = issued;
  const changes = changesSince(facts, view);
  return {
    edition,
    approvedBy: { name, ...(day !== undefined && { day: Temporal.PlainDate.from(day) }) },
    parts: [...new Set(changes.map(({ part }) => part))],
    changes: changes.length === 0 ? [withdrawn] : changes.map(({ sentence }) => sentence),
  };
};

const withdrawn = 'Isinya sama; persetujuan edisi sebelumnya tidak berlaku lagi';

/** What the ledger is to remember of signatures before any document shows them. */
export const newActs = (documents: SettledParts): readonly SignAct[] =>
  documents.flatMap(newActsIn);

const newActsIn = onceFor((part: readonly SettledDocument[]) =>
  part.flatMap(({ settled }) => settled?.approval.newActs ?? []),
);

/** Somebody signed one of them just now, and its file could not be looked at. */
export const someUnread = (documents: SettledParts): boolean => documents.some(isSomeUnread);

const isSomeUnread = onceFor((part: readonly SettledDocument[]) =>
  part.some(({ settled }) => settled?.isUnread),
);

/** What staff are asked about signatures on one document. */
export const signingFindings = ({ signing, settled }: SettledDocument): readonly Finding[] =>
  signing === undefined || settled === undefined
    ? []
    : approvalQuestions(signing.title, settled.approval, settled.replaced);

/** Words of a cell as a file's own notes keep them: no name stands there, and whoever has the cell can compare. */
export const markOf = (typed: string): string => createHash('sha256').update(typed).digest('hex');
