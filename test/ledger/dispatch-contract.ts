/** What every ledger promises of mails and of the messages that they carry. */
import type { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MessagePromise, MessageRecord } from '../../src/core/cases/messages.ts';
import type { FrozenMail } from '../../src/ledger/dispatch-ledger.ts';
import { aLedgerForEach, type LedgerPlace } from '../support/ledger-place.ts';
import { aChange, now } from './changes.ts';

export const aPromise = (number: number, parts: Partial<MessagePromise> = {}): MessagePromise => ({
  key: `receipt/VC-2026-${number}/requester/1`,
  thread: `receipt/VC-2026-${number}/requester`,
  number: 1,
  kind: 'receipt',
  to: { audience: 'requester', name: 'Siti Contoh', address: `siti${number}@dinas.test` },
  facts: '{}',
  view: { tiket: `VC-2026-${number}` },
  notBefore: now,
  because: 'permohonan diterima',
  promisedAt: now,
  ...parts,
});

const aMail = (id: string, messages: readonly string[]): FrozenMail => ({
  id,
  raw: Buffer.from('Subject: VC\r\n\r\nIsi é ☂ pesan.\r\n'),
  envelope: { from: 'vicon@office.test', to: ['siti1@dinas.test'] },
  messages,
});

export const dispatchContract = (name: string, aPlace: () => Promise<LedgerPlace>): void => {
  describe(`mail in a ledger (${name})`, () => {
    const its = aLedgerForEach(aPlace);
    const [one, two] = [aPromise(1), aPromise(2)];

    beforeEach(async () => {
      await its.ledger.commit(aChange({ messages: [one, two] }), now, 'pass 1');
    });

    const messageOf = async (key: string): Promise<MessageRecord> => {
      const { messages } = await its.ledger.state();
      const found = [...messages.values()].flat().find((each) => each.key === key);
      if (found === undefined) throw new Error(`no message ${key}`);
      return found;
    };
    const later = now.add({ minutes: 10 });

    test('is unsure from the moment it was frozen, byte for byte, also after it was closed', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key, two.key]), now);
      await its.reopen();

      expect(await its.ledger.post.openDispatches()).toEqual([
        {
          ...aMail('a.1', [one.key, two.key]),
          frozenAt: now,
          attempts: 1,
          lastAttemptAt: now,
          isAskedAgain: false,
        },
      ]);
      expect(await messageOf(one.key)).toEqual({
        ...one,
        state: { kind: 'unsure', at: now, attempts: 1 },
        mails: 1,
      });
    });

    test('keeps what messages were printed from that say something else by then', async () => {
      const view = { ...one.view, kegiatan: 'Rapat lain' };
      await its.ledger.post.freeze(
        { ...aMail('a.1', [one.key, two.key]), printed: new Map([[one.key, view]]) },
        now,
      );
      await its.reopen();

      expect((await messageOf(one.key))?.view).toEqual(view);
      expect((await messageOf(two.key))?.view).toEqual(two.view);
    });

    test('is made of messages that wait, and whose time has come', async () => {
      const coming = aPromise(3, { notBefore: later });
      await its.ledger.commit(aChange({ messages: [coming] }), now, 'pass 2');
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      const waiting = async (at: Temporal.Instant) =>
        (await its.ledger.post.waitingAt(at)).map(({ key }) => key);

      expect(await waiting(now)).toEqual([two.key]);
      expect(await waiting(later)).toEqual([two.key, coming.key]);
      expect(await its.ledger.post.waitingAt(now)).toEqual([await messageOf(two.key)]);
    });

    test('never carries a message that does not wait, and then nothing is kept', async () => {
      await its.ledger.commit(
        aChange({ withdrawn: [{ key: two.key, why: 'tidak berlaku lagi' }] }),
        now,
        'pass 2',
      );

      await expect(
        its.ledger.post.freeze(aMail('a.1', [one.key, two.key]), now),
      ).rejects.toMatchObject({ code: 'ledger-conflict' });

      expect(await its.ledger.post.openDispatches()).toEqual([]);
      expect((await messageOf(one.key)).state).toEqual({ kind: 'waiting' });
    });

    test('has an id of its own for ever', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.answer('a.1', { kind: 'sent' }, later);

      await expect(its.ledger.post.freeze(aMail('a.1', [two.key]), later)).rejects.toMatchObject({
        code: 'ledger-conflict',
      });
    });

    test('that was handed over is not taken back any more', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.commit(
        aChange({ withdrawn: [{ key: one.key, why: 'tidak berlaku lagi' }] }),
        now,
        'pass 2',
      );
      expect((await messageOf(one.key)).state.kind).toBe('unsure');

      await its.ledger.post.answer('a.1', { kind: 'sent' }, later);

      expect((await messageOf(one.key)).state).toEqual({ kind: 'sent', at: later });
      expect(await its.ledger.post.openDispatches()).toEqual([]);
      expect((await its.ledger.history({ kind: 'message' })).map(({ because }) => because)).toEqual(
        ['pesan diserahkan'],
      );
    });

    test('counts its attempts, and keeps why nobody knows', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.answer('a.1', { kind: 'open', why: 'sambungan terputus' }, now);
      await its.ledger.post.attempt('a.1', later);
      await its.ledger.post.answer('a.1', { kind: 'open', why: 'sambungan terputus' }, later);

      expect((await messageOf(one.key)).state).toEqual({
        kind: 'unsure',
        at: later,
        attempts: 2,
        why: 'sambungan terputus',
      });
      expect(await its.ledger.post.openDispatches()).toMatchObject([
        { attempts: 2, lastAttemptAt: later },
      ]);
    });

    test('that was refused for now leaves its messages waiting, and counts', async () => {
      for (const [number, kind] of (['postponed', 'paused', 'postponed'] as const).entries()) {
        await its.ledger.post.freeze(aMail(`a.${number}`, [one.key]), now);
        await its.ledger.post.answer(`a.${number}`, { kind, why: 'kotak penuh' }, later);
      }

      expect(await messageOf(one.key)).toEqual({
        ...one,
        state: { kind: 'waiting', at: later, why: 'kotak penuh' },
        mails: 3,
        tries: 2,
      });
    });

    test('that was refused for good fails its messages', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.answer(
        'a.1',
        { kind: 'refused', why: 'alamat tidak dikenal', isPermanent: true },
        later,
      );
      await its.ledger.post.giveUp(
        [two.key],
        { why: 'alamat layanan sendiri', isPermanent: false },
        now,
      );

      expect((await messageOf(one.key)).state).toEqual({
        kind: 'failed',
        at: later,
        why: 'alamat tidak dikenal',
        isPermanent: true,
      });
      expect((await messageOf(two.key)).state).toMatchObject({
        kind: 'failed',
        isPermanent: false,
      });
    });

    test('is sent again because a person asks: the same bytes while it is open, else a mail of its own', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.freeze(aMail('b.1', [two.key]), now);
      await its.ledger.post.answer('b.1', { kind: 'sent' }, now);

      await its.ledger.commit(aChange({ again: [one.key, two.key] }), later, 'pass 2');

      expect(await its.ledger.post.openDispatches()).toMatchObject([
        { id: 'a.1', isAskedAgain: true },
      ]);
      expect((await messageOf(one.key)).state.kind).toBe('unsure');
      expect((await messageOf(two.key)).state).toEqual({ kind: 'waiting' });
      await its.ledger.post.attempt('a.1', later);
      expect(await its.ledger.post.openDispatches()).toMatchObject([
        { id: 'a.1', isAskedAgain: false },
      ]);
    });

    test('is sent again for one tick in the commit that remembers the tick', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.answer('a.1', { kind: 'sent' }, now);
      expect((await messageOf(one.key)).listing).toBeUndefined();

      const listings = [{ key: one.key, listing: 'served' } as const];
      await its.ledger.commit(aChange({ again: [one.key], listings }), later, 'pass 2');
      await its.reopen();

      expect(await messageOf(one.key)).toMatchObject({
        state: { kind: 'waiting' },
        listing: 'served',
      });
    });

    test('is remembered without its bytes once they are old', async () => {
      await its.ledger.post.freeze(aMail('a.1', [one.key]), now);
      await its.ledger.post.answer('a.1', { kind: 'sent' }, now);
      await its.ledger.post.freeze(aMail('b.1', [two.key]), later);

      await its.ledger.post.dropMailBefore(later);
      expect(await its.ledger.post.openDispatches()).toMatchObject([{ id: 'b.1' }]);

      await its.ledger.post.dropMailBefore(later.add({ minutes: 1 }));
      expect(await its.ledger.post.openDispatches()).toEqual([]);
      expect(await its.ledger.post.dispatchesSince(now)).toEqual([
        {
          id: 'a.1',
          address: 'siti1@dinas.test',
          messages: [one.key],
          frozenAt: now,
          state: 'sent',
        },
        {
          id: 'b.1',
          address: 'siti1@dinas.test',
          messages: [two.key],
          frozenAt: later,
          state: 'lapsed',
        },
      ]);
      expect(await its.ledger.post.dispatchesSince(later)).toHaveLength(1);
    });
  });
};
