import { describe, expect, test } from 'vitest';
import { clientsOf, refusalOf } from '../google-clients.ts';
import { createGoogleDouble } from '../google-double.ts';

const account = { email: 'meja@vicon.example', kind: 'user', aliases: ['dinas@vicon.example'] };

const aMailbox = () => {
  let now = Date.UTC(2026, 10, 2, 1);
  const double = createGoogleDouble({ now: () => now });
  return {
    double,
    later: (ms: number) => {
      now += ms;
    },
    send: (...lines: readonly string[]) =>
      clientsOf(double, { ...account, kind: 'user' }).gmail.users.messages.send({
        userId: 'me',
        requestBody: { raw: Buffer.from(lines.join('\r\n')).toString('base64url') },
      }),
  };
};

const plain = ['To: sari@vicon.example', 'Subject: Halo', '', 'Isi'];

describe('mail', () => {
  test('is kept for whoever looks, as it came and as it left, and must have somebody to go to', async () => {
    const { double, send } = aMailbox();

    await send(...plain);

    expect(double.world.mail).toEqual([
      expect.objectContaining({
        account: account.email,
        handedOver: plain.join('\r\n'),
        raw: expect.stringMatching(
          /^From: meja@.*\r\nTo: sari@.*\r\nSubject: Halo\r\n.*\r\n\r\nIsi$/,
        ),
      }),
    ]);
    expect(await refusalOf(send('Subject: Halo', '', 'To: dalam isi'))).toMatchObject({
      status: 400,
      reason: 'invalidArgument',
      message: 'Recipient address required',
    });
  });

  test('gets an id of Google’s, and loses its own', async () => {
    const { double, send } = aMailbox();

    await send('Message-ID:', ' <milik@kami.example>', ...plain);

    const [only] = double.world.mail;
    expect(only?.raw).not.toContain('milik@kami.example');
    expect(only?.raw.match(/^message-id: <[^>]+@mail\.gmail\.com>$/gim)).toHaveLength(1);
  });

  test.each([
    ['Kantor <lain@kantor.example>', 'meja@vicon.example'],
    ['"Kantor, kami"\r\n <MEJA@vicon.example>', '"Kantor, kami"\r\n <MEJA@vicon.example>'],
    ['Kantor <dinas@vicon.example>', 'Kantor <dinas@vicon.example>'],
  ])('from %j comes from %j', async (from, becomes) => {
    const { double, send } = aMailbox();

    await send(...plain.slice(0, 1), `From: ${from}`, ...plain.slice(1));

    expect(double.world.mail[0]?.raw.startsWith(`From: ${becomes}\r\nTo: `)).toBe(true);
  });

  test('is limited by the minute and by the day', async () => {
    const { double, send, later } = aMailbox();
    double.quota.switchOn({ gmail: { user: 2, project: 9 }, mailsADay: 3 });

    await send(...plain);
    await send(...plain);
    const third = await refusalOf(send(...plain));
    later(60_000);
    await send(...plain);
    later(60_000);
    const fifth = await refusalOf(send(...plain));
    later(86_400_000);
    await send(...plain);

    expect(third).toMatchObject({ status: 429, message: expect.stringMatching(/per minute/) });
    expect(fifth).toMatchObject({
      status: 429,
      message: 'User-rate limit exceeded.  Retry after 2026-11-03T01:00:00.000Z (Mail sending)',
    });
    expect(double.world.mail).toHaveLength(4);
  });

  test('is not sent by a sign-in without the right to', async () => {
    const { double } = aMailbox();
    const { token } = double.world.signIn.issueAccessToken(
      { ...account, kind: 'user' },
      'https://www.googleapis.com/auth/spreadsheets',
    );

    const answer = await double.fetch(
      'https://gmail.googleapis.com/gmail/v1/users/me/messages/send',
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{"raw":"VG86IGE"}',
      },
    );

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('ACCESS_TOKEN_SCOPE_INSUFFICIENT');
  });
});
