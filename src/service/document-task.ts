/** What has to happen to one document, and why: told from what it should say, what the ledger remembers and what lies there. */
import type { StoredDocument } from '../backends/backend.ts';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import type { SettledDocument } from './sign-documents.ts';

/** A document that is missing, no longer says what it should, or has to be looked at. */
export interface DueDocument {
  readonly wanted: SettledDocument;
  /** As the ledger remembers it. */
  readonly record?: DocumentRecord;
}

/** The same, and how it lies in the store. */
export interface DocumentTask extends DueDocument {
  readonly stored?: StoredDocument;
}

/** `left` is a letter that is not valid, and that somebody edited or threw away: it is not ours to mark. */
export type WhatToDo = 'new' | 'renewed' | 'edition beside' | 'left';

/** By the ledger it was saved from what it should say, and a letter stands as it should. */
export const isSettled = (due: DueDocument): boolean => {
  const { record, wanted } = due;
  if (record?.id === undefined) return false;
  return (
    wanted.stands ||
    isLeft(due) ||
    (saysWhatItShould(due) && isKnownToStand(due) && !wanted.letter?.isNext)
  );
};

const saysWhatItShould = ({ record, wanted }: DueDocument): boolean =>
  record?.fingerprint === wanted.fingerprint.whole &&
  (record.signedOff ?? false) === wanted.signedOff;

/** The ledger remembers how the letter stands: it has to be told, when it was lost. */
const isKnownToStand = ({ record, wanted: { letter } }: DueDocument): boolean =>
  letter === undefined || (record?.letter !== undefined && record.letter.void === letter.void);

const isLeft = ({ record, wanted: { letter } }: DueDocument): boolean =>
  record?.letter?.leftAsIs === true &&
  letter?.void !== undefined &&
  record.letter.void === letter.void;

/** It lies there, made from what it should say. */
export const isDone = (task: DocumentTask): boolean =>
  isLeft(task) ||
  (task.stored !== undefined &&
    (task.wanted.stands || saysWhatItShould(task)) &&
    task.wanted.letter?.isNext !== true &&
    !isReplaced(task));

/**
 * What has to happen to make the document true.
 *
 * @param contentHash Of the bytes it should have; where it is not known, none are taken to be there already.
 */
export const whatToDo = (task: DocumentTask, contentHash?: string): WhatToDo => {
  const { letter } = task.wanted;
  if (letter?.void !== undefined && (task.stored === undefined || !isOursToChange(task)))
    return 'left';
  if (letter?.isNext && task.record !== undefined) return 'edition beside';
  if (task.stored === undefined) return 'new';
  // Already the bytes that we are about to save: we were stopped between saving and remembering.
  if (task.stored.contentHash === contentHash) return 'renewed';
  return isOursToChange(task) ? 'renewed' : 'edition beside';
};

/** A file that a person edited, or that was made from a state that a supervisor approved, is left as it is. */
export const isOursToChange = (task: DocumentTask): boolean =>
  !isEdited(task) && task.record?.signedOff !== true && task.stored?.signedOff !== true;

/** What the store noted goes before the ledger, which may not have got to remember the last save. */
const isEdited = ({ record, stored }: DocumentTask): boolean =>
  stored !== undefined && stored.contentHash !== (stored.savedHash ?? record?.contentHash);

/** The store notes that something else was saved there last than the ledger remembers. */
const isReplaced = ({ record, stored }: DocumentTask): boolean =>
  stored?.fingerprint !== undefined && stored.fingerprint !== record?.fingerprint;

/** Why this is done, in the staff's words. */
export const reasonFor = (task: DocumentTask, what: WhatToDo): string => {
  switch (what) {
    case 'new':
      return task.record?.id === undefined
        ? task.wanted.because
        : 'Berkas sebelumnya tidak ada lagi di tempat penyimpanan.';
    case 'renewed':
      return task.wanted.letter?.void === undefined ? changeIn(task) : task.wanted.because;
    case 'left':
      return `${task.wanted.because} Berkasnya disunting atau dihapus orang, dan dibiarkan apa adanya.`;
    case 'edition beside':
      if (task.wanted.letter?.isNext) return task.wanted.because;
      return `${changeIn(task)} Edisi sebelumnya telah ${handOn(task)} dan dibiarkan apa adanya.`;
  }
};

const handOn = (task: DocumentTask): string => {
  if (!isEdited(task)) return 'disetujui';
  const editor = task.stored?.editedBy;
  return editor === undefined ? 'disunting' : `disunting oleh ${editor}`;
};

/** What differs from the document as it was saved last. */
const changeIn = (task: DocumentTask): string => {
  const { wanted, record } = task;
  const { fingerprint, settled } = wanted;
  if (isSettled(task)) return 'Berkas di tempat penyimpanan bukan yang terakhir disimpan.';
  const before = record?.madeFrom;
  if (before?.view === fingerprint.view && before.template === fingerprint.template) {
    if (wanted.signedOff) return 'Isinya telah disetujui.';
    if (record?.signedOff) return 'Persetujuan atas isinya ditarik.';
    if (settled)
      return settled.approval.checked ? 'Isinya telah diperiksa.' : 'Tanda periksanya ditarik.';
  }
  const isSameView = before?.view === fingerprint.view;
  const isSameTemplate = before?.template === fingerprint.template;
  // An earlier version did not keep the two apart.
  if (before === undefined || (isSameView && isSameTemplate)) return 'Isi atau templatnya berubah.';
  if (isSameView) return 'Templatnya berubah.';
  return isSameTemplate ? 'Isinya berubah.' : 'Isi dan templatnya berubah.';
};
