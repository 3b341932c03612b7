import type { Temporal } from 'temporal-polyfill';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import type { FiledPhoto, PhotoFolder } from '../core/cases/photos.ts';
import type { Exposed } from '../core/overview/exposed-documents.ts';
import type { CellEdit, Locate, NewRow, Outcome } from '../core/sheet/edits.ts';
import type { WorkbookSnapshot } from '../core/sheet/snapshot.ts';
import type { ServiceError } from '../errors.ts';

/** The sheet that people work in. Its contract is run against every backend in `test/backends/`. */
export interface Workbook {
  /** Where a person finds it: a path or an address. */
  readonly place: string;

  /** All tabs as they are now; of those that are none of ours (`tabsReadWhole`) perhaps only the rows that headers stand in. */
  read(): Promise<WorkbookSnapshot>;

  /** The same, not taken apart yet: whoever knows the mark already need not. */
  ask(): Promise<WorkbookAnswer>;

  /**
   * Writes our cells, all or none of those that can still be written, and leaves everything else as it is.
   *
   * Rows and columns are looked up again through `locate` just before writing, because people sort, insert
   * and delete. An edit whose cell no longer reads as `was`, or whose row cannot be found, comes back
   * `overtaken`; one outcome for each edit comes back, in the same order.
   *
   * @param repaired Told of every cell that had to be put right because people moved rows while we wrote.
   * @throws WorkbookBusyError when somebody has the file open for editing. Nothing is written then.
   */
  write(
    edits: readonly CellEdit[],
    locate: Locate,
    repaired?: (repair: Repair) => void,
  ): Promise<readonly Outcome[]>;

  /**
   * Puts whole rows below the last filled one of their tabs, in their order, all of them or none.
   *
   * @param rowsFor Asked with the tabs as they are just before writing, and anew when somebody saves meanwhile.
   * @throws WorkbookBusyError when somebody has the file open for editing. Nothing is written then.
   */
  append(rowsFor: (snapshot: WorkbookSnapshot) => readonly NewRow[]): Promise<void>;

  /**
   * Puts right what a write may have left beside its rows when it was cut off, by a kill or by the line; asks nothing
   * of the workbook where none was.
   */
  finishCutOff(locate: Locate, repaired?: (repair: Repair) => void): Promise<void>;
}

/** What the workbook held at one moment. */
export interface WorkbookAnswer {
  /** Hash of it: equal marks, equal tabs. */
  readonly mark: string;
  /** Rows that read as in an earlier answer may be the very same. @param how Nothing that was read before counts. */
  read(how?: 'anew'): WorkbookSnapshot;
}

/** A cell that was put right after a write. */
export type Repair = Pick<CellEdit, 'tab' | 'address'>;

/** A document as it lies in the store. */
export interface StoredDocument {
  /** The store's own name for it: a path relative to the documents folder, or a Drive id. Stays valid while the file lives. */
  readonly id: string;
  /** What a person clicks, relative to the workbook for local files. */
  readonly url: string;
  /** SHA-256 of the bytes as they lie there now, in hex. Differs from what we saved when a person edited it. */
  readonly contentHash: string;
  /** SHA-256 of the bytes as they were last saved, by the store's own notes; absent where it keeps none. */
  readonly savedHash?: string;
  /** Of view and template as they were last saved, by the store's own notes; absent where it keeps none. */
  readonly fingerprint?: string;
  /** It was approved when it was last saved, by the store's own notes. */
  readonly signedOff?: boolean;
  /** What a link to it says. */
  readonly title: string;
  /** Who changed the bytes since we saved them, by name; absent where nobody did, or the store does not tell. */
  readonly editedBy?: string;
}

export type MadeFrom = NonNullable<DocumentRecord['madeFrom']>;

export interface PrintedMarks {
  readonly checked?: string;
  readonly approved?: string;
}

export interface DocumentToSave {
  /** Which document this is: `laporan/VC-2026-0123`. A store that keeps notes finds its file again by key and edition. */
  readonly key: string;
  /** 1 for the first file; each one that lies beside an edited one has the next number. */
  readonly edition: number;
  /** Of view and template; noted beside the file where the store can. */
  readonly fingerprint: string;
  /** Of what it says apart from its signatures, and of its template; noted likewise. */
  readonly madeFrom: MadeFrom;
  /** A supervisor has approved what it says; noted likewise. */
  readonly signedOff: boolean;
  /** Hashes of the words by which it was checked and approved; noted likewise. */
  readonly marks: PrintedMarks;
  /** Folder names from the root of the store down: `['Laporan', '2026', '11 November']`. */
  readonly folder: readonly string[];
  /** File name with extension, before it is made safe for file systems. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * The file this replaces, in place; it is moved when folder or name differ, unless a person gave it another name or
   * place, as far as the store can tell. Absent: a new file.
   */
  readonly replaces?: string;
}

/** What an earlier ledger saved. */
export interface FoundDocument {
  readonly stored: StoredDocument;
  readonly edition: number;
  readonly fingerprint: string;
  readonly signedOff: boolean;
  /** Absent for what an earlier version saved, or a person brought. */
  readonly madeFrom?: MadeFrom;
  readonly marks?: PrintedMarks;
}

/** A document that the ledger takes to be there, and that is not. */
export interface GoneDocument {
  readonly id: string;
  /** What a link to it said. */
  readonly title?: string;
  /** Where it was put. */
  readonly folder: readonly string[];
}

/** A document that the ledger takes to be there. */
export interface KnownDocument {
  readonly id: string;
  /** Of view and template, as it was saved last. */
  readonly fingerprint: string;
}

export interface Inspection {
  /** Ids of those that lie there no more, or hold something else than this desk saved last, as far as the store notes it. */
  readonly amiss: ReadonlySet<string>;
  /** What anybody with the link may open, as of the last look. */
  readonly exposed: readonly Exposed[];
}

/** What a file holds and where it lies, so that it can be put back after it was saved anew. */
export interface KeptDocument {
  /** In the store's own words. */
  readonly note: string;
  /** Absent where the store itself keeps what a file held before. */
  readonly bytes?: Uint8Array;
}

/** Where documents go: a folder or Drive. Its contract is run against every backend. */
export interface DocumentStore {
  /** Where people find the documents: a path or an address, as far as it is known by now. */
  place(): Promise<string>;
  /**
   * What is wrong with documents that need no renewing. A store that is costly to ask looks only now and then;
   * meanwhile none is said to be amiss.
   */
  inspect(documents: readonly KnownDocument[], now: Temporal.Instant): Promise<Inspection>;
  /** What anybody with the link may open, as the last inspection found it; asks nothing of the store. */
  exposed(): Promise<readonly Exposed[]>;
  /** The document with this id as it is now; `undefined` when it is gone. */
  look(id: string): Promise<StoredDocument | undefined>;
  /**
   * The latest edition of a document that the ledger does not know, by the notes that the store keeps with it.
   * @param title What a link to it said; some stores find a file without notes by that. It counts as edited.
   */
  find(key: string, title?: string): Promise<FoundDocument | undefined>;
  /**
   * What a person put in the place of a document that lies there no more: another file of its name in its folder, as
   * office programs leave on saving. It counts as edited.
   */
  successor(document: GoneDocument): Promise<StoredDocument | undefined>;
  /**
   * Saves whole or not at all; a new file never lands on another one of the same name.
   * @throws ServiceError when the document cannot be saved now. Nothing is left half-written.
   */
  save(document: DocumentToSave): Promise<StoredDocument>;
  /** The file as it is now, to be put back later; `undefined` when it is gone. */
  keep(id: string): Promise<KeptDocument | undefined>;
  /**
   * Puts a file back as it was kept: what it holds, its name, place and notes, under its link. A name or place that a
   * person gave it meanwhile stays.
   * @returns `undefined` when it is gone, was edited meanwhile, or what it held is not kept any more: it is as it was then.
   */
  putBack(id: string, kept: KeptDocument): Promise<StoredDocument | undefined>;
  /** Takes a file of ours away to where a person can get it back; answers where that is. */
  takeAway(id: string): Promise<string>;
  /**
   * The folders in *Dokumentasi* with what people put into them, and *Dokumentasi* itself as `''` where files lie beside
   * the folders. Costs no more when there are many. `undefined` where the store cannot see what people make.
   */
  photoFolders(now: Temporal.Instant): Promise<readonly PhotoFolder[] | undefined>;
  /** What lies in a file that `photoFolders` named; `undefined` when it is gone, or holds other content than its mark says. */
  readPhoto(photo: Pick<FiledPhoto, 'id' | 'mark'>): Promise<Uint8Array | undefined>;
  /** Makes a folder in *Dokumentasi* where there is none of this name. */
  makePhotoFolder(name: string): Promise<void>;
  /** Whether what kept a document from being saved would meet every other one too: no way to the store, no room in it. */
  isClosed(error: ServiceError): boolean;
}
