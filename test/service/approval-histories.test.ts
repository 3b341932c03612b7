/**
 * Whatever people do to a document and its cells, in whatever order: nobody's approval is printed under what they did not
 * approve, and an approved edition never changes.
 */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { DocumentStore, DocumentToSave, StoredDocument } from '../../src/backends/backend.ts';
import type { TypedMarks } from '../../src/core/approval/settle-approval.ts';
import type {
  DocumentRecord,
  LedgerState,
  SignAct,
  SignActs,
} from '../../src/core/cases/ledger-state.ts';
import type { WantedDocument } from '../../src/documents/document-kind.ts';
import { signingOf } from '../../src/documents/parts/signing.ts';
import type { DispatchLedger } from '../../src/ledger/dispatch-ledger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { withFoundSignatures } from '../../src/service/found-signatures.ts';
import { saveDocuments } from '../../src/service/save-documents.ts';
import { newActs, signDocuments } from '../../src/service/sign-documents.ts';
import type { Templates } from '../../src/service/template-shelf.ts';
import { aSituation } from '../support/builders.ts';
import { runs } from '../support/long-runs.ts';
import { keepsNothing, noUndo, noUndoShelf } from '../support/no-undo.ts';

const histories = runs(300, 10_000);

const key = 'laporan/VC-2026-0001';

/** What a file says: its facts, its template, and who approved it by which words. */
interface Page {
  readonly view: { readonly facts: number; readonly disetujui: { readonly nama: string } };
  readonly template: number;
}

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** No pass hands anything over. */
const noPost: DispatchLedger = {
  freeze: async () => undefined,
  attempt: async () => undefined,
  answer: async () => undefined,
  giveUp: async () => undefined,
  waitingAt: async () => [],
  openDispatches: async () => [],
  dispatchesSince: async () => [],
  dropMailBefore: async () => undefined,
};

class Desk {
  facts = 0;
  template = 0;
  isDraft = false;
  marks: TypedMarks = {};
  files = new Map<string, { bytes: string; saved: DocumentToSave; savedHash: string }>();
  records = new Map<string, DocumentRecord>();
  acts = new Map<string, SignAct>();
  memory = new Map<string, string>();
  clock = Temporal.Instant.from('2026-11-24T09:00:00+08:00');
  typed = 0;
  /** What lay there to be read when words were typed. */
  seen = new Map<string, string>();
  latest: string | undefined;
  killAfterSave = false;
  readonly faults: string[] = [];

  sign(step: 'checked' | 'approved'): void {
    this.typed += 1;
    const name = `${step} ${this.typed}`;
    this.marks = { ...this.marks, [step]: { kind: 'signed', name, typed: name } };
    this.seen.set(name, this.shown());
  }

  sendBack(step: 'checked' | 'approved'): void {
    this.typed += 1;
    const typed = `Dikembalikan ${this.typed}`;
    this.marks = { ...this.marks, [step]: { kind: 'sent-back', what: '', typed } };
  }

  clear(step: 'checked' | 'approved'): void {
    const { [step]: _, ...others } = this.marks;
    this.marks = others;
  }

  shown(): string {
    const file = this.latest === undefined ? undefined : this.files.get(this.latest);
    return file === undefined ? '' : printed(file.bytes);
  }

  editFile(): void {
    const file = this.latest === undefined ? undefined : this.files.get(this.latest);
    if (file === undefined || this.latest === undefined) return;
    if (approverIn(file.bytes) !== '') return;
    const page = JSON.parse(file.bytes) as Page;
    const bytes = JSON.stringify({ ...page, view: { ...page.view, facts: 99 } });
    this.files.set(this.latest, { ...file, bytes });
  }

  loseFile(): void {
    if (this.latest !== undefined) this.files.delete(this.latest);
  }

  readonly templates: Templates = {
    mark: '',
    notices: [],
    fingerprint: ({ view }, facts = view) => ({
      whole: hash(`${JSON.stringify(view)} ${this.template}`),
      view: hash(JSON.stringify(facts)),
      template: hash(String(this.template)),
    }),
    render: ({ view }) => Buffer.from(JSON.stringify({ view, template: this.template })),
  };

  readonly store: DocumentStore = {
    place: async () => '',
    exposed: async () => [],
    isClosed: () => false,
    photoFolders: async () => undefined,
    readPhoto: async () => undefined,
    successor: async () => undefined,
    makePhotoFolder: async () => undefined,
    ...keepsNothing,
    inspect: async (documents) => ({
      amiss: new Set(documents.flatMap(({ id }) => (this.files.has(id) ? [] : [id]))),
      exposed: [],
    }),
    look: async (id) => this.stored(id),
    find: async () => {
      const ids = [...this.files].toSorted(([, a], [, b]) => b.saved.edition - a.saved.edition);
      const [id, file] = ids[0] ?? [];
      const stored = id === undefined ? undefined : this.stored(id);
      if (file === undefined || stored === undefined) return undefined;
      const { edition, fingerprint, signedOff, madeFrom, marks } = file.saved;
      return { stored, edition, fingerprint, signedOff, madeFrom, marks };
    },
    save: async (document) => {
      const bytes = Buffer.from(document.bytes).toString();
      this.judge(bytes, document.replaces);
      const id = document.replaces ?? `${document.edition} ${this.clock}`;
      this.files.set(id, { bytes, saved: document, savedHash: hash(bytes) });
      this.latest = id;
      if (this.killAfterSave) {
        this.killAfterSave = false;
        throw new Error('killed');
      }
      return this.stored(id) ?? expect.unreachable();
    },
  };

  stored(id: string): StoredDocument | undefined {
    const file = this.files.get(id);
    if (file === undefined) return undefined;
    const { signedOff, fingerprint } = file.saved;
    return {
      id,
      url: id,
      title: id,
      contentHash: hash(file.bytes),
      savedHash: file.savedHash,
      fingerprint,
      ...(signedOff && { signedOff }),
    };
  }

  judge(bytes: string, replaces: string | undefined): void {
    const approver = approverIn(bytes);
    if (approver !== '' && this.seen.get(approver) !== printed(bytes))
      this.faults.push(
        `${approver} under ${printed(bytes)}, having read ${this.seen.get(approver)}`,
      );
    const before = replaces === undefined ? undefined : this.files.get(replaces)?.bytes;
    if (before !== undefined && approverIn(before) !== '' && before !== bytes)
      this.faults.push(`approved ${before} became ${bytes}`);
  }

  readonly ledger: Ledger = {
    revision: async () => 0,
    state: async (): Promise<LedgerState> => ({
      tickets: new Map(),
      written: new Map(),
      moments: new Map(),
      documents: new Map(this.records),
      messages: new Map(),
      signatures: new Map([[key, new Map([...this.acts.values()].map((act) => [act.step, act]))]]),
      lastNumber: new Map(),
      complaints: new Map(),
    }),
    commit: async ({ signatures }) => {
      for (const act of signatures) this.acts.set(act.step, act);
    },
    confirm: async () => undefined,
    rememberDocument: async (record) => {
      this.records.set(record.key, record);
    },
    history: async () => [],
    recall: async (name) => this.memory.get(name),
    remember: async (name, value) => {
      this.memory.set(name, value);
    },
    note: async (name, value) => {
      this.memory.set(name, value);
    },
    post: noPost,
    undo: noUndo,
    close: async () => undefined,
  };

  async pass({ adopt = false } = {}): Promise<void> {
    this.clock = this.clock.add({ minutes: 5 });
    const now = this.clock;
    if (adopt) {
      this.records.clear();
      this.acts.clear();
      this.memory.clear();
    }
    const view = { facts: this.facts, ...signingOf({}) };
    const wanted: WantedDocument = {
      key,
      kind: 'laporan',
      folder: [],
      name: 'Laporan.docx',
      view,
      because: '',
      signing: {
        title: 'Laporan Kegiatan',
        isDraft: this.isDraft,
        marks: this.marks,
        signed: (signatures) => ({ ...view, ...signingOf(signatures) }),
      },
    };
    const state = { documents: new Map(this.records), signatures: signaturesOf(this.acts) };
    const known = adopt
      ? await withFoundSignatures(
          { documents: this.store },
          { known: state, wanted: [wanted], now },
        )
      : { ...state, found: [] };
    const settled = await signDocuments([[wanted]], {
      templates: this.templates,
      ledger: this.ledger,
      documents: this.store,
      ledgerState: known,
      situation: aSituation({ now }),
    });
    for (const act of [...known.found, ...newActs(settled)]) this.acts.set(act.step, act);
    try {
      await saveDocuments(
        {
          documents: this.store,
          ledger: this.ledger,
          templates: this.templates,
          undo: noUndoShelf,
          photos: { pictures: async () => new Map() },
          progress: () => undefined,
        },
        { now, wanted: settled, known: new Map(this.records) },
        '',
      );
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    }
  }
}

const signaturesOf = (acts: ReadonlyMap<string, SignAct>): ReadonlyMap<string, SignActs> =>
  acts.size === 0
    ? new Map()
    : new Map([[key, new Map([...acts.values()].map((act) => [act.step, act]))]]);

const approverIn = (bytes: string): string => (JSON.parse(bytes) as Page).view.disetujui.nama;

const printed = (bytes: string): string => {
  const { view, template } = JSON.parse(bytes) as Page;
  return `facts ${view.facts} in template ${template}`;
};

const steps = fc.constantFrom('checked' as const, 'approved' as const);
const deed: fc.Arbitrary<(desk: Desk) => void | Promise<void>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((desk: Desk) => desk.pass()) },
  { weight: 3, arbitrary: steps.map((step) => (desk: Desk) => desk.sign(step)) },
  {
    weight: 3,
    arbitrary: fc.constant(async (desk: Desk) => {
      desk.sign('checked');
      await desk.pass();
      desk.sign('approved');
      await desk.pass();
    }),
  },
  {
    weight: 3,
    arbitrary: fc.nat(2).map((facts) => (desk: Desk) => {
      desk.facts = facts;
    }),
  },
  {
    weight: 2,
    arbitrary: fc.nat(1).map((template) => (desk: Desk) => {
      desk.template = template;
    }),
  },
  { weight: 1, arbitrary: steps.map((step) => (desk: Desk) => desk.sendBack(step)) },
  { weight: 1, arbitrary: steps.map((step) => (desk: Desk) => desk.clear(step)) },
  {
    weight: 1,
    arbitrary: fc.boolean().map((isDraft) => (desk: Desk) => {
      desk.isDraft = isDraft;
    }),
  },
  { weight: 1, arbitrary: fc.constant((desk: Desk) => desk.editFile()) },
  { weight: 1, arbitrary: fc.constant((desk: Desk) => desk.loseFile()) },
  {
    weight: 1,
    arbitrary: fc.constant((desk: Desk) => {
      desk.killAfterSave = true;
    }),
  },
  { weight: 1, arbitrary: fc.constant((desk: Desk) => desk.pass({ adopt: true })) },
);

test('prints no approval under what was not approved, and changes no approved edition, in any history', async () => {
  let approvals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 30 }), async (deeds) => {
      const desk = new Desk();
      for (const act of deeds) await act(desk);
      await desk.pass();
      approvals += [...desk.files.values()].filter(({ bytes }) => approverIn(bytes) !== '').length;
      expect(desk.faults).toEqual([]);
    }),
    { numRuns: histories },
  );
  // Histories in which nobody gets to approve anything would prove nothing.
  expect(approvals).toBeGreaterThan(histories / 4);
});
