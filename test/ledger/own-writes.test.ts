import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentRecord, LedgerChange } from '../../src/core/cases/ledger-state.ts';
import type { FrozenMail } from '../../src/ledger/dispatch-ledger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { nothingTouched, openOwnWrites } from '../../src/ledger/own-writes.ts';
import { openPostgresLedger } from '../../src/ledger/postgres/open-postgres-ledger.ts';
import { describeOnPostgres } from '../support/postgres.ts';
import { aDatabaseForAll } from '../support/postgres-pool.ts';
import { aChange, giving, now, ticketOf } from './changes.ts';
import { aPromise } from './dispatch-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

const known = [1, 2, 3];
const cell = (number: number, value: string) => ({
  ticket: ticketOf(number),
  field: 'state',
  value,
});
const document = (number: number, title: string): DocumentRecord => ({
  key: `laporan/${ticketOf(number)}`,
  id: `id ${number}`,
  url: `https://berkas.test/${number}`,
  title,
  fingerprint: title,
  contentHash: title,
  edition: 1,
});

const firstMessage = aPromise(9).key;
/** A mail takes each once, and no run takes as many. */
const waiting = Array.from({ length: 100 }, (_, at) => aPromise(101 + at));
/** Given out before. */
let [messages, mails] = [1, 0];
const aMail = (id: string, of: readonly string[]): FrozenMail => ({
  id,
  raw: Buffer.from('Subject: VC'),
  envelope: { from: 'vicon@office.test', to: ['siti9@dinas.test'] },
  messages: of,
});

const nothingDone = {
  cells: [],
  memory: [],
  documents: [],
  signatures: [],
  messages: [],
  moments: [],
};

/** One write each, of any kind that a pass does, and an undo. */
const writes: readonly ((ledger: Ledger, number: number, text: string) => Promise<unknown>)[] = [
  ...(
    [
      (number, text) => ({ intended: [cell(number, text)] }),
      (number) => ({ moments: [{ ticket: ticketOf(number), kind: 'received', at: now }] }),
      (number) => ({ missing: [ticketOf(number)] }),
      (number) => ({ found: [ticketOf(number)] }),
      (number, text) => ({ rebound: [{ ticket: ticketOf(number), key: `${text}#${number}` }] }),
      (number, text) => ({
        signatures: [
          { key: `laporan/${ticketOf(number)}`, step: 'checked', mark: text, given: text, at: now },
        ],
      }),
      (number, text) => ({
        complaints: [{ number: `ADU-2026-000${number}`, key: text, at: now }],
      }),
    ] satisfies readonly ((number: number, text: string) => Partial<LedgerChange>)[]
  ).map(
    (part: (number: number, text: string) => Partial<LedgerChange>) =>
      (ledger: Ledger, number: number, text: string) =>
        ledger.commit(aChange(part(number, text)), now, 'pass'),
  ),
  (ledger, number, text) => ledger.confirm([cell(number, text)]),
  (ledger, number, text) => ledger.rememberDocument(document(number, text), now, 'pass'),
  (ledger, number, text) => {
    messages += 1;
    const key = `receipt/VC-2026-${number}/requester/${messages}`;
    return ledger.commit(
      aChange({ messages: [aPromise(number, { key, number: messages, because: text })] }),
      now,
      'pass',
    );
  },
  (ledger) =>
    ledger.commit(aChange({ listings: [{ key: firstMessage, listing: 'listed' }] }), now, 'pass'),
  (ledger, _, why) =>
    ledger.commit(aChange({ withdrawn: [{ key: firstMessage, why }] }), now, 'pass'),
  (ledger) => {
    mails += 1;
    return ledger.post.freeze(aMail(`a.${mails}`, [aPromise(100 + mails).key]), now);
  },
  (ledger) => ledger.commit(aChange({ again: [firstMessage] }), now, 'pass'),
  async (ledger, number, text) => {
    await ledger.undo.begin({ ...nothingDone, pass: text });
    const of = (await ledger.undo.passes()).at(-1);
    if (of === undefined) throw new Error('No pass was kept.');
    const [ticket, { key }] = [ticketOf(number), document(number, text)];
    const back = {
      memory: [{ ticket, field: 'state', value: { written: text } }],
      documents: [{ key, acts: [] }],
      tickets: [ticket],
      messages: [{ key: firstMessage, why: text }],
    };
    await ledger.undo.takeBack(back, { of, isWhole: true, history: [], now });
  },
  (ledger, _, text) => ledger.remember('name', text),
  (ledger, _, text) => ledger.note('note', text),
];

const aWrite = fc.record({
  kind: fc.nat(writes.length - 1),
  number: fc.constantFrom(...known),
  text: fc.constantFrom('Selesai', 'Ditutup', 'Baru'),
  byUs: fc.oneof(
    { weight: 7, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
});

/** @param open Whoever asks again looks at the same ledger, as another process does. */
const readsAgainWhatWasWritten = async (
  open: () => Promise<Ledger>,
  numRuns: number,
): Promise<void> => {
  const [ours, other] = [await open(), await open()];
  await ours.commit({ ...giving(...known), messages: [aPromise(9), ...waiting] }, now, 'pass');

  for (const [at, write] of writes.entries()) {
    const before = { revision: await ours.revision(), state: await ours.state() };
    await write(ours, 1, `tulisan ${at}`);
    expect(await ours.state(before)).toEqual(await other.state());
  }
  await fc.assert(
    fc.asyncProperty(fc.array(aWrite, { minLength: 1, maxLength: 4 }), async (some) => {
      const before = { revision: await ours.revision(), state: await ours.state() };
      for (const { kind, number, text, byUs } of some)
        await writes[kind]?.(byUs ? ours : other, number, text);
      const [state, whole] = [await ours.state(before), await other.state()];
      expect(state).toEqual(whole);
      // Whoever goes through them goes by their order.
      for (const part of ['written', 'documents', 'signatures'] as const)
        expect([...state[part].keys()]).toEqual([...whole[part].keys()]);
    }),
    { numRuns },
  );
  await ours.rememberDocument(document(1, 'satu'), now, 'pass');
  await ours.rememberDocument(document(2, 'dua'), now, 'pass');
  const before = { revision: await ours.revision(), state: await ours.state() };
  await ours.confirm([cell(1, 'lain')]);
  await ours.rememberDocument(document(1, 'lain'), now, 'pass');
  const { written, moments, documents, signatures } = await ours.state(before);

  expect(moments).toBe(before.state.moments);
  expect(signatures).toBe(before.state.signatures);
  expect(documents.get(document(1, '').key)).not.toEqual(
    before.state.documents.get(document(1, '').key),
  );
  expect(documents.get(document(2, '').key)).toBe(before.state.documents.get(document(2, '').key));
  expect(written.get(ticketOf(2))).toBe(before.state.written.get(ticketOf(2)));
  await other.close();
  await ours.close();
};

const promise =
  'what any writes changed, ours and those of another process, is read again, and the rest is the very same';

test(promise, async () => {
  const path = join(temporaryFolder(), 'ledger.db');
  await readsAgainWhatWasWritten(() => openLedger({ path, desk: 'desk' }), 15);
});

describeOnPostgres('on PostgreSQL', () => {
  const its = aDatabaseForAll();

  test(promise, () =>
    readsAgainWhatWasWritten(() => openPostgresLedger({ database: its.pool, desk: 1 }), 3),
  );
});

test('a write that is not known stands for anything', () => {
  const own = openOwnWrites();
  own.note(5, { ...nothingTouched, documents: ['laporan/VC-2026-0001'] });
  own.note(7, { ...nothingTouched, parts: ['moments'], cellsOf: ['VC-2026-0001'] });

  expect(own.between(4, 5)).toEqual({
    ...nothingTouched,
    documents: ['laporan/VC-2026-0001'],
  });
  expect(own.between(5, 5)).toEqual(nothingTouched);
  expect(own.between(4, 7)).toBeUndefined();
  // A ledger that was brought back from an earlier copy.
  expect(own.between(7, 5)).toBeUndefined();
});
