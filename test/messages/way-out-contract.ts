/** What every way out promises, whatever lies behind it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeMail } from '../../src/messages/compose-mail.ts';
import type { Dispatch, WayOut } from '../../src/messages/way-out.ts';
import { instant } from '../support/builders.ts';

/** The other side of a way out, and the ways in which it fails. */
export interface WayOutPlace {
  readonly wayOut: WayOut;
  /** All that arrived so far: by the bytes or, where the other side changes the head of a mail, by what stands below it. */
  arrived(): Promise<readonly string[]>;
  /** From here on no mail can be taken over at all, and that is certain. */
  closeTheWay?(): Promise<void>;
  /** From here on no address is anybody's. */
  refuseAddresses?(): Promise<void>;
  /** From here on everything is taken over, and the answer is lost. */
  loseAnswers?(): Promise<void>;
  leave(): Promise<void>;
}

export const aDispatch = async (
  id: string,
  text = 'Permohonan Bapak/Ibu kami terima.\n.\nLayanan ini gratis.\n',
): Promise<Dispatch> => {
  const mail = await composeMail({
    to: 'yusuf@dinas.contoh.go.id',
    name: 'Yusuf Hasan',
    subject: `${id} – diterima`,
    text,
    from: { name: 'Tim Persandian', address: 'vicon@office.contoh.go.id' },
    messageId: `${id}@office.contoh.go.id`,
    date: instant('2026-11-23T08:00'),
  });
  if (mail.kind === 'asked') throw new Error(mail.question);
  return { id, raw: mail.raw, envelope: mail.envelope };
};

export const wayOutContract = (name: string, aPlace: () => Promise<WayOutPlace>): void => {
  describe(`a way out (${name})`, () => {
    let place: WayOutPlace;

    beforeEach(async () => {
      place = await aPlace();
    });
    afterEach(() => place.leave());

    test('hands over a mail and says so', async () => {
      const dispatch = await aDispatch('receipt.VC-2026-0001.1.ab12');

      expect(await place.wayOut.send(dispatch)).toMatchObject({ kind: 'sent' });

      const [only = '', ...others] = await place.arrived();
      expect(others).toEqual([]);
      const body = Buffer.from(dispatch.raw).toString('latin1').split('\r\n\r\n').at(-1) ?? '';
      expect(only).toContain(body.trimEnd());
    });

    test('keeps mails apart by their ids', async () => {
      for (const id of ['a.1', 'a.2'])
        expect(await place.wayOut.send(await aDispatch(id))).toMatchObject({ kind: 'sent' });

      expect(await place.arrived()).toHaveLength(2);
    });

    test('that knows what it had takes it once, also when it is opened anew', async () => {
      if (place.wayOut.inDoubt !== 'look') return;
      const dispatch = await aDispatch('a.1');
      await place.wayOut.send(dispatch);

      expect(await place.wayOut.send(dispatch)).toMatchObject({ kind: 'sent' });

      expect(await place.arrived()).toHaveLength(1);
    });

    test('that is closed says that nothing was taken over', async () => {
      if (place.closeTheWay === undefined) return;
      await place.closeTheWay();

      expect(await place.wayOut.send(await aDispatch('a.1'))).toEqual({
        kind: 'paused',
        why: expect.stringMatching(/\w/),
      });
    });

    test('tells an address that is nobody’s from a mail that is not wanted', async () => {
      if (place.refuseAddresses === undefined) return;
      await place.refuseAddresses();

      const outcome = await place.wayOut.send(await aDispatch('a.1'));

      expect(outcome).toMatchObject({ kind: 'refused', what: 'address' });
      expect(JSON.stringify(outcome)).not.toContain('yusuf');
    });

    test('never takes a lost answer for a failure', async () => {
      if (place.loseAnswers === undefined) return;
      await place.loseAnswers();

      expect(await place.wayOut.send(await aDispatch('a.1'))).toMatchObject({ kind: 'unknown' });
    });
  });
};
