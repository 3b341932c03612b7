import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../../../src/errors.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import { runs } from '../../../support/long-runs.ts';
import { aDocument } from '../../document-store-contract.ts';
import { aDriveDesk, bytesOf } from './a-drive-desk.ts';

const keys = ['laporan/1', 'laporan/2'] as const;
type Key = (typeof keys)[number];

/** What may happen, one after the other, to two documents. */
type Event =
  | { readonly kind: 'save'; readonly key: Key; readonly text: string }
  | { readonly kind: 'trouble'; readonly rule: FaultRule }
  | { readonly kind: 'restart' }
  | { readonly kind: 'lose the ledger' }
  | { readonly kind: 'edit' | 'rename' | 'move' | 'trash'; readonly key: Key }
  | { readonly kind: 'trash the folders' };

const key = fc.constantFrom(...keys);

const trouble = fc
  .record({
    on: fc.constantFrom<FaultRule['on']>(
      { api: ['drive', 'upload'] },
      { api: 'upload' },
      { api: 'upload', method: 'POST' },
      { id: 'drive.files.generateIds' },
      { id: 'drive.files.create' },
      { id: 'drive.files.get' },
      { id: 'drive.files.list' },
    ),
    // Seven in a row are more than the client sends again: the run gives up.
    times: fc.constantFrom(1, 2, 7),
    fault: fc.constantFrom<FaultRule['fault']>(
      { kind: 'cut', when: 'before' },
      { kind: 'cut', when: 'after' },
      { kind: 'refuse', when: 'after', status: 503 },
      { kind: 'refuse', status: 403, reason: 'userRateLimitExceeded' },
    ),
  })
  .map(({ on, times, fault }): FaultRule => ({ ...(on && { on }), times, fault }));

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      key,
      text: fc.constantFrom('satu', 'dua', 'tiga'),
    }),
  },
  { weight: 4, arbitrary: trouble.map((rule): Event => ({ kind: 'trouble', rule })) },
  { weight: 2, arbitrary: fc.constant<Event>({ kind: 'restart' }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'lose the ledger' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'rename' as const, 'move' as const, 'trash' as const),
      key,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'trash the folders' }) },
);

/** Two documents at a desk to which all this happens. */
const play = async (events: readonly Event[]) => {
  const desk = await aDriveDesk();
  const { double, people, documents } = { ...desk, people: desk.double.people };
  const elsewhere = people.makeFolder({ name: 'Arsip' });
  people.shareFile({ fileId: elsewhere, with: 'desk@vicon.example' });
  let memory = desk.memory;
  let store = desk.open();
  const edited = new Map<string, string>();
  const notesOf = (file: ReturnType<typeof documents>[number]) =>
    Object.values(file.appProperties)[0] ?? {};
  const filesOf = (wanted: Key) => documents().filter((file) => notesOf(file)['kunci'] === wanted);

  const save = async (wanted: Key, text: string): Promise<void> => {
    try {
      await store.save(aDocument({ key: wanted, fingerprint: text, bytes: Buffer.from(text) }));
    } catch (error) {
      // Told in words, whatever it was; anything else is a mistake of ours.
      if (!(error instanceof ServiceError)) throw error;
    }
  };
  const happen = async (each: Event): Promise<void> => {
    switch (each.kind) {
      case 'save':
        return save(each.key, each.text);
      case 'trouble':
        double.faults.add(each.rule);
        return;
      case 'restart':
        store = desk.open({ memory });
        return;
      case 'lose the ledger':
        memory = desk.anotherMemory();
        store = desk.open({ memory });
        return;
      case 'trash the folders':
        for (const { id, name } of double.world.files.values()) {
          if (name === 'Laporan') people.trashFile({ fileId: id });
        }
        return;
      default:
        for (const { id } of filesOf(each.key)) {
          const text = `milik staf ${edited.size}`;
          if (each.kind === 'edit') {
            people.replaceContent({ fileId: id, base64: bytesOf(text) });
            edited.set(id, text);
          }
          if (each.kind === 'rename') people.renameFile({ fileId: id, name: `${text}.docx` });
          if (each.kind === 'move') people.moveFile({ fileId: id, to: elsewhere });
          if (each.kind === 'trash') people.trashFile({ fileId: id });
        }
    }
  };

  for (const each of events) {
    await happen(each);
    for (const wanted of keys) expect(filesOf(wanted).length).toBeLessThanOrEqual(1);
  }
  return { ...desk, edited, filesOf, finish: () => store };
};

describe('whatever is cut, refused, restarted, lost, and done by people', () => {
  test('there is never more than one file for a document, and no word of a person is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 14 }), async (events) => {
        const { double, edited, filesOf, finish } = await play(events);

        for (const [id, text] of edited) {
          expect(Buffer.from(double.world.files.get(id)?.content ?? []).toString()).toBe(text);
        }
        expect(double.traffic.count({ id: 'drive.permissions.create' })).toBe(0);

        double.faults.clear();
        for (const wanted of keys) {
          const isEdited = filesOf(wanted).some(({ id }) => edited.has(id));
          const saving = finish().save(aDocument({ key: wanted, bytes: Buffer.from('akhir') }));
          if (isEdited) {
            await expect(saving).rejects.toMatchObject({ code: 'document-edited' });
          } else {
            const { id } = await saving;
            expect(filesOf(wanted).map((file) => file.id)).toEqual([id]);
          }
        }
      }),
      { numRuns: runs(20, 60) },
    );
  });
});
