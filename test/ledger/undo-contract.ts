/** What every ledger promises of passes that can be taken back: which files they need kept, told without their records. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentStep, PassRecord } from '../../src/core/cases/pass-record.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { KeptPass } from '../../src/ledger/undo-ledger.ts';
import { aLedgerForEach, type LedgerPlace } from '../support/ledger-place.ts';
import { now } from './changes.ts';

export const undoContract = (
  name: string,
  aPlace: () => Promise<LedgerPlace>,
  { draws }: { readonly draws: number },
): void => {
  describe(`passes that can be taken back (${name})`, () => {
    const its = aLedgerForEach(aPlace);

    test('name the files that are to be kept, whatever was begun, cut off, ended and let go of', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anAct, { maxLength: 24 }), async (acts) => {
          for (const act of acts) await perform(its.ledger, act);

          const kept = (await its.ledger.undo.passes()).flatMap(filesOf);
          expect([...(await its.ledger.undo.keptFiles())].sort()).toEqual(
            [...new Set(kept)].sort(),
          );
        }),
        { numRuns: draws },
      );
    });

    test('of one desk name none of another', async () => {
      const other = await its.place.open('manado');
      await other.undo.begin(aRecord([renewing('theirs')]));
      await its.ledger.undo.begin(aRecord([renewing('ours')]));

      expect(await its.ledger.undo.keptFiles()).toEqual(new Set(['ours']));
      await other.close();
    });
  });
};

const aRecord = (documents: readonly DocumentStep[]): PassRecord => ({
  pass: now.toString(),
  cells: [],
  memory: [],
  documents,
  signatures: [],
  messages: [],
  moments: [],
});

const after = { key: 'laporan/1', fingerprint: 'f', contentHash: 'h', edition: 1 };

const renewing = (bytes: string): DocumentStep => ({
  key: after.key,
  after,
  file: { kind: 'renewed', kept: { note: 'where it lay', bytes } },
});

const aStep: fc.Arbitrary<DocumentStep> = fc.oneof(
  fc.nat({ max: 9 }).map((number) => renewing(`file ${number} é`)),
  fc.nat({ max: 9 }).map((number): DocumentStep => {
    const kept = { note: 'where it lay', bytes: `file ${number} é` };
    return { key: after.key, after, file: { kind: 'begun', replaces: 'id', kept } };
  }),
  fc.constant<DocumentStep>({ key: after.key, after, file: { kind: 'made' } }),
  fc.constant<DocumentStep>({
    key: after.key,
    after,
    file: { kind: 'renewed', kept: { note: 'the store keeps its bytes' } },
  }),
);

/** What a pass does one after the other; any of it with the pass that was begun last. */
type Act = (undo: Ledger['undo'], last: KeptPass | undefined) => Promise<unknown>;

const steps = fc.array(aStep, { maxLength: 3 });

const anAct: fc.Arbitrary<Act> = fc.oneof(
  steps.map(
    (documents): Act =>
      (undo) =>
        undo.begin(aRecord(documents)),
  ),
  steps.map(
    (documents): Act =>
      async (undo, last) => {
        if (last?.stage === 'open') await undo.renew(last.revision, aRecord(documents));
      },
  ),
  aStep.map(
    (step): Act =>
      async (undo, last) => {
        if (last?.stage === 'open') await undo.step(last.revision, { step, acts: [] });
      },
  ),
  fc.option(steps, { nil: undefined }).map(
    (documents): Act =>
      async (undo, last) => {
        const record = documents && aRecord(documents);
        if (last?.stage === 'open') await undo.end(last.revision, record, 'ended');
      },
  ),
  fc.constant<Act>(async (undo, last) => {
    if (last?.stage === 'open') await undo.cutOff(last, { kind: 'pass', because: 'killed' }, now);
  }),
  fc.constant<Act>(async (undo, last) => {
    if (last === undefined) return;
    const nothing = { memory: [], documents: [], tickets: [], messages: [] };
    await undo.takeBack(nothing, { of: last, isWhole: true, history: [], now });
  }),
);

const perform = async ({ undo }: Ledger, act: Act): Promise<void> => {
  await act(undo, (await undo.passes()).at(-1));
};

const filesOf = ({ documents }: KeptPass): readonly string[] =>
  documents.flatMap(({ file }) =>
    'kept' in file && file.kept?.bytes !== undefined ? [file.kept.bytes] : [],
  );
