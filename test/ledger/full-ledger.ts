/** A ledger that holds something in each of its tables, dirty texts among it. */
import type { Ledger } from '../../src/ledger/ledger.ts';
import { aChange, giving, now, ticketOf } from './changes.ts';
import { aPromise } from './dispatch-contract.ts';

export const dirt = 'a\u0000b\ud800 "kutip" \\ é ☂';

/** What was promised and done in three passes; tickets 1 to `tickets`, and one with a number beyond 32 bits. */
export const fillLedger = async (
  ledger: Ledger,
  { tickets = 3 }: { readonly tickets?: number } = {},
): Promise<void> => {
  const numbers = [...Array.from({ length: tickets }, (_, index) => index + 1), 3_000_000_000];
  const [one, two] = [aPromise(1), aPromise(2)];
  await ledger.commit(
    aChange({
      ...giving(...numbers),
      moments: [{ ticket: ticketOf(1), kind: 'received', at: now, detail: dirt }],
      intended: numbers.map((number) => ({
        ticket: ticketOf(number),
        field: 'state',
        value: number,
        reason: { kind: 'cell', was: '', because: dirt },
      })),
      signatures: [{ key: 'laporan/1', step: 'checked', mark: 'Sah', given: dirt, at: now }],
      messages: [one, two],
      complaints: [{ number: 'ADU-2026-0001', key: dirt, at: now }],
    }),
    now,
    'pass 1',
  );
  await ledger.confirm([
    { ticket: ticketOf(2), field: 'state', value: 2 },
    { ticket: ticketOf(1), field: 'report', value: dirt, link: 'https://drive.example/1' },
  ]);
  await ledger.rememberDocument(
    {
      key: 'laporan/1',
      id: 'Laporan/1.docx',
      url: dirt,
      fingerprint: 'view 1',
      contentHash: 'bytes 1',
      edition: 1,
      signedOff: true,
    },
    now,
    'pass 2',
  );
  await ledger.post.freeze(
    {
      id: 'a.1',
      raw: Buffer.from(dirt),
      envelope: { from: 'vicon@office.test', to: ['siti1@dinas.test'] },
      messages: [one.key],
    },
    now,
  );
  await ledger.remember('google.sent-write', dirt);
  await ledger.commit(
    aChange({
      moments: [{ ticket: ticketOf(1), kind: 'completed', at: now }],
      history: [{ kind: 'moment', ticket: ticketOf(1), subject: 'completed', because: dirt }],
    }),
    now,
    'pass 3',
  );
  const kept = { cells: [], memory: [], documents: [], signatures: [], messages: [] };
  const ended = { ...kept, pass: 'pass 3', moments: [ticketOf(1)] };
  await ledger.undo.end(await ledger.undo.begin(ended), ended, 'ended');
  const [of] = await ledger.undo.passes();
  if (of !== undefined)
    await ledger.undo.takeBack(
      { memory: [], documents: [], tickets: [ticketOf(1)], messages: [] },
      { of, isWhole: true, history: [], now },
    );
  const document = { key: 'laporan/1', fingerprint: 'f', contentHash: 'h', edition: 1 };
  await ledger.undo.step(await ledger.undo.begin({ ...ended, pass: 'pass 4' }), {
    step: {
      key: document.key,
      after: document,
      file: { kind: 'begun', replaces: 'id', kept: { note: '', bytes: dirt } },
    },
    acts: [],
  });
};
