/** A mail server that answers, refuses, hangs and hangs up: what is known afterwards, and what is not. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSmtp, trySmtp } from '../../src/messages/smtp.ts';
import type { SendOutcome, WayOut } from '../../src/messages/way-out.ts';
import { openSmtpSink, type SmtpSink, type Trouble } from '../support/smtp-sink.ts';
import { aDispatch, wayOutContract } from './way-out-contract.ts';

const patience = { connect: 300, silence: 300 };

const smtpTo = ({ port }: Pick<SmtpSink, 'port'>): WayOut =>
  openSmtp({ host: '127.0.0.1', port, tls: 'none' }, patience);

wayOutContract('SMTP', async () => {
  const sink = await openSmtpSink();
  return {
    wayOut: smtpTo(sink),
    arrived: async () => sink.deliveries.map(({ data }) => data),
    closeTheWay: () => sink.close(),
    refuseAddresses: async () => {
      sink.trouble = () => ({ kind: 'refuse', at: 'rcpt', answer: '550 5.1.1 tidak dikenal' });
    },
    loseAnswers: async () => {
      sink.trouble = () => ({ kind: 'drop', at: 'dot', kept: true });
    },
    leave: () => sink.close(),
  };
});

describe('a mail server', () => {
  let sink: SmtpSink;
  beforeEach(async () => {
    sink = await openSmtpSink();
  });
  afterEach(() => sink.close());

  const outcomeOf = async (trouble: Trouble): Promise<SendOutcome> => {
    sink.trouble = () => trouble;
    return smtpTo(sink).send(await aDispatch('a.1'));
  };
  const refusing = (at: Trouble['at'], answer: string): Promise<SendOutcome> =>
    outcomeOf({ kind: 'refuse', at, answer });

  test('gets the bytes as they were frozen, for one recipient', async () => {
    const dispatch = await aDispatch('a.1');

    await smtpTo(sink).send(dispatch);

    expect(sink.deliveries).toEqual([
      {
        from: 'vicon@office.contoh.go.id',
        to: ['yusuf@dinas.contoh.go.id'],
        data: Buffer.from(dispatch.raw).toString('latin1'),
      },
    ]);
  });

  test.each([
    ['rcpt', '550 5.1.1 tidak dikenal', 'refused', 'address'],
    ['rcpt', '550 tidak dikenal', 'refused', 'address'],
    ['rcpt', '550 5.7.1 relay ditolak', 'refused', 'mail'],
    ['rcpt', '451 4.7.1 coba lagi', 'refused', 'mail'],
    ['rcpt', '452 4.2.2 kotak penuh', 'refused', 'mail'],
    ['rcpt', '421 4.3.2 tutup', 'paused', undefined],
    ['rcpt', '550 5.4.5 batas harian', 'paused', undefined],
    ['mail', '550 5.7.1 pengirim ditolak', 'paused', undefined],
    ['mail', '451 4.3.0 sibuk', 'paused', undefined],
    ['data', '554 5.7.0 ditolak', 'refused', 'mail'],
    ['dot', '554 5.7.1 dianggap iklan', 'refused', 'mail'],
    ['dot', '451 4.3.0 nanti', 'refused', 'mail'],
    ['dot', '421 4.3.2 tutup', 'paused', undefined],
    ['greeting', '554 5.3.2 tutup', 'paused', undefined],
  ] as const)('that answers to %s with %s has decided: %s %s', async (at, answer, kind, what) => {
    const outcome = await refusing(at, answer);

    expect(outcome).toMatchObject({ kind, ...(what !== undefined && { what }) });
    expect(sink.deliveries).toEqual([]);
  });

  test.each([
    ['drop', 'mail', 'paused'],
    ['drop', 'rcpt', 'paused'],
    ['drop', 'data', 'paused'],
    ['drop', 'dot', 'unknown'],
    ['hang', 'greeting', 'paused'],
    ['hang', 'rcpt', 'paused'],
    ['hang', 'dot', 'unknown'],
  ] as const)('that does %s at %s leaves it %s', async (kind, at, outcome) => {
    expect(await outcomeOf({ kind, at })).toMatchObject({ kind: outcome });
  });

  test('is tried without sending anything', async () => {
    await trySmtp({ host: '127.0.0.1', port: sink.port, tls: 'none' }, patience);

    expect(sink.deliveries).toEqual([]);
  });

  test('that is not there is told with what to look at', async () => {
    await sink.close();

    await expect(
      trySmtp({ host: '127.0.0.1', port: sink.port, tls: 'none' }, patience),
    ).rejects.toMatchObject({ code: 'smtp-unreachable', todo: expect.stringContaining('tls') });
  });
});
