/** Gmail as a way out: what is known of a mail after Google answered, refused, or said nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGmail, tryGmail } from '../../../../src/backends/google/mail/gmail.ts';
import { isOnlyRecipient } from '../../../../src/backends/google/mail/only-recipient.ts';
import { deskScopes, scopesFor } from '../../../../src/backends/google/sign-in/scopes.ts';
import { writeToken } from '../../../../src/backends/google/sign-in/token-file.ts';
import { ServiceError } from '../../../../src/errors.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import { createGoogleDouble } from '../../../google-double/google-double.ts';
import { aDispatch, wayOutContract } from '../../../messages/way-out-contract.ts';

const aDesk = (scopes: readonly string[] = scopesFor({ mail: true })) => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-gmail-'));
  const credentials = join(dir, 'credentials.json');
  const token = join(dir, 'token.json');
  const installed = { client_id: 'klien', client_secret: 'sandi' };
  writeFileSync(credentials, JSON.stringify({ installed }));
  const signIn = (agreed: readonly string[]) =>
    writeToken(token, {
      clientId: 'klien',
      refreshToken: 'contoh',
      scopes: [...agreed],
      agreedAt: 0,
    });
  signIn(scopes);
  const double = createGoogleDouble();
  /** How the line to Google fails from now on. */
  const cut: { code?: string } = {};
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (cut.code === undefined) return double.fetch(input, init);
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: cut.code }) });
  };
  return {
    double,
    signIn,
    cut,
    credentials,
    token,
    fetch,
    wayOut: openGmail({ credentials, token, fetch }),
    sent: () => double.world.mail,
    leave: () => rmSync(dir, { recursive: true, force: true }),
  };
};

const sending = { id: 'gmail.users.messages.send' };

wayOutContract('Gmail', async () => {
  const { double, wayOut, leave, sent } = aDesk();
  return {
    wayOut,
    arrived: async () => sent().map(({ raw }) => raw),
    closeTheWay: async () => {
      double.faults.add({ on: sending, fault: { kind: 'refuse', named: 'api-not-enabled' } });
    },
    refuseAddresses: async () => {
      double.faults.add({
        on: sending,
        fault: { kind: 'refuse', status: 400, message: 'Invalid to header' },
      });
    },
    loseAnswers: async () => {
      double.faults.add({ on: sending, fault: { kind: 'cut', when: 'after' } });
    },
    leave: async () => leave(),
  };
});

describe('Gmail', () => {
  let desk: ReturnType<typeof aDesk>;
  beforeEach(() => {
    desk = aDesk();
  });
  afterEach(() => desk.leave());

  test('gets the bytes as they were frozen, and tells what it calls mail and thread', async () => {
    const dispatch = await aDispatch('a.1');

    const outcome = await desk.wayOut.send(dispatch);

    const [only] = desk.sent();
    expect(only?.handedOver).toBe(Buffer.from(dispatch.raw).toString('utf8'));
    expect(outcome).toEqual({ kind: 'sent', reference: `${only?.id}/${only?.threadId}` });
  });

  const troubles: readonly (readonly [string, FaultRule['fault'], object, number])[] = [
    ['is cut off before', { kind: 'cut' }, { kind: 'unknown' }, 0],
    ['fails afterwards', { kind: 'refuse', status: 503, when: 'after' }, { kind: 'unknown' }, 1],
    ['fails', { kind: 'refuse', status: 500 }, { kind: 'unknown' }, 0],
    ['is asked too much', { kind: 'refuse', status: 429 }, { kind: 'paused' }, 0],
    [
      'has sent enough for a day',
      { kind: 'refuse', status: 429, message: 'User-rate limit exceeded. (Mail sending)' },
      { kind: 'paused', why: 'batas kiriman hari ini pada Gmail tercapai' },
      0,
    ],
    [
      'is used up by the project',
      { kind: 'refuse', status: 403, reason: 'dailyLimitExceeded', message: 'Daily Limit' },
      { kind: 'paused' },
      0,
    ],
    ['is forbidden by the domain', { kind: 'refuse', status: 403 }, { kind: 'paused' }, 0],
    [
      'has no mailbox for the account',
      { kind: 'refuse', status: 400, reason: 'failedPrecondition' },
      { kind: 'paused' },
      0,
    ],
    [
      'takes no such mail',
      { kind: 'refuse', status: 400 },
      { kind: 'refused', what: 'mail', why: 'Gmail menolak (400, badRequest)' },
      0,
    ],
    ['wants a new sign-in', { kind: 'refuse', status: 401 }, { kind: 'paused' }, 0],
  ];
  test.each(troubles)(
    'that %s leaves no doubt where there is none',
    async (_, fault, outcome, arrived) => {
      desk.double.faults.add({ on: sending, fault });

      expect(await desk.wayOut.send(await aDispatch('a.1'))).toMatchObject(outcome);

      expect(desk.sent()).toHaveLength(arrived);
    },
  );

  test('is asked once, whatever it says: nothing is handed over again by itself', async () => {
    desk.double.faults.add({ on: sending, fault: { kind: 'refuse', status: 503, when: 'after' } });

    await desk.wayOut.send(await aDispatch('a.1'));

    expect(desk.double.traffic.count(sending)).toBe(1);
  });

  test('waits where the client of the credentials file is refused, and sends nobody to login', async () => {
    const client = {
      id: 'klien',
      secret: 'sandi-baru',
      kind: 'installed',
      redirectUris: [],
    } as const;
    desk.double.world.signIn.clients.set('klien', client);

    const outcome = await desk.wayOut.send(await aDispatch('a.1'));

    expect(outcome).toEqual({
      kind: 'paused',
      why: 'Google menolak klien OAuth layanan; jalankan "npx layanan-vicon doctor"',
    });
  });

  test('takes a mail after a sign-in that Google had ended was renewed', async () => {
    desk.double.faults.add({ on: sending, times: 1, fault: { kind: 'refuse', status: 401 } });

    expect(await desk.wayOut.send(await aDispatch('a.1'))).toMatchObject({ kind: 'sent' });

    expect(desk.sent()).toHaveLength(1);
  });

  test('that cannot be reached at all has taken nothing', async () => {
    await desk.wayOut.send(await aDispatch('a.1'));
    desk.cut.code = 'ENOTFOUND';
    const away = await desk.wayOut.send(await aDispatch('a.2'));
    desk.cut.code = 'ECONNRESET';
    const broken = await desk.wayOut.send(await aDispatch('a.3'));

    expect(away).toEqual({ kind: 'paused', why: 'Gmail tidak dapat dihubungi' });
    expect(broken).toMatchObject({ kind: 'unknown' });
  });

  test('waits for the right to send, and goes on as soon as somebody gave it', async () => {
    desk.signIn(deskScopes);

    const before = await desk.wayOut.send(await aDispatch('a.1'));
    desk.signIn(scopesFor({ mail: true }));
    const after = await desk.wayOut.send(await aDispatch('a.1'));

    expect(before).toMatchObject({
      kind: 'paused',
      why: expect.stringMatching(/izin mengirim surat/),
    });
    expect(after).toMatchObject({ kind: 'sent' });
    expect(desk.sent()).toHaveLength(1);
  });

  test('waits where a sign-in without the right to send came while it was being handed mail', async () => {
    await desk.wayOut.send(await aDispatch('a.1'));
    writeToken(desk.token, {
      clientId: 'klien',
      refreshToken: 'masuk lagi',
      scopes: [...deskScopes],
      agreedAt: 1,
    });

    expect(await desk.wayOut.send(await aDispatch('a.2'))).toMatchObject({
      kind: 'paused',
      why: expect.stringMatching(/izin mengirim surat/),
    });
  });

  test('is given no mail whose head names others than its envelope', async () => {
    const { raw, ...rest } = await aDispatch('a.1');
    const more = Buffer.concat([Buffer.from('Bcc: lain@jahat.example\r\n'), raw]);

    expect(await desk.wayOut.send({ ...rest, raw: more })).toMatchObject({
      kind: 'refused',
      what: 'mail',
    });

    expect(desk.sent()).toEqual([]);
  });
});

describe('a look at Gmail', () => {
  const look = async (spoil: (desk: ReturnType<typeof aDesk>) => void = () => undefined) => {
    const desk = aDesk();
    spoil(desk);
    try {
      await tryGmail(desk);
      return 'right';
    } catch (error) {
      return error instanceof ServiceError ? error.code : error;
    } finally {
      expect(desk.sent()).toEqual([]);
      desk.leave();
    }
  };
  const refusing = (trouble: object) =>
    look(({ double }) => {
      double.faults.add({ on: sending, fault: { kind: 'refuse', ...trouble } });
    });

  test('sends nothing, and finds it well where a mail could leave', async () => {
    expect(await look()).toBe('right');
  });

  test('names what keeps mail from leaving', async () => {
    expect(await refusing({ named: 'api-not-enabled' })).toBe('api-not-enabled');
    expect(await refusing({ status: 400, reason: 'failedPrecondition' })).toBe('google-refused');
    expect(await look(({ signIn }) => signIn(deskScopes))).toBe('scope-missing');
  });
});

describe('the only recipient', () => {
  const named = (...head: readonly string[]) =>
    isOnlyRecipient({
      raw: Buffer.from([...head, '', 'To: dalam@isi.example'].join('\r\n')),
      envelope: { from: 'kami@vicon.example', to: ['sari@vicon.example'] },
    });

  test.each([
    ['bare', ['To: sari@vicon.example']],
    ['named', ['To: "Sari, S.Kom." <sari@vicon.example>']],
    ['folded', ['Subject: A', 'To: =?UTF-8?Q?Sari?=', ' <sari@vicon.example>']],
  ])('is found %s', (_, head) => {
    expect(named(...head)).toBe(true);
  });

  test.each([
    ['another', ['To: lain@vicon.example']],
    ['two', ['To: lain@vicon.example, sari@vicon.example', 'Cc: lain@vicon.example']],
    ['a second To', ['To: sari@vicon.example', 'TO: lain@vicon.example']],
    ['nobody', ['Subject: A']],
  ])('is not %s', (_, head) => {
    expect(named(...head)).toBe(false);
  });
});
