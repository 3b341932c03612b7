/** Deliveries over a real ledger: what goes out, when, once, and what is held back, withdrawn and asked about. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import { noChange } from '../../../src/core/cases/ledger-state.ts';
import type { MessageRecord } from '../../../src/core/cases/messages.ts';
import { openOutbox } from '../../../src/messages/outbox.ts';
import type { Dispatch, SendOutcome, WayOut } from '../../../src/messages/way-out.ts';
import { temporaryFolder } from '../../ledger/temporary-folder.ts';
import {
  aRow,
  openPostDesk,
  type PostDesk,
  type PostDeskOptions,
  toldSchedule,
} from '../../support/post-desk.ts';

/** Answers as it is told; keeps what it was given. */
const aWay = (
  answer: (dispatch: Dispatch, attempt: number) => SendOutcome = () => ({ kind: 'sent' }),
  inDoubt: 'same bytes' | 'ask' = 'same bytes',
): WayOut & { readonly given: Dispatch[] } => {
  const given: Dispatch[] = [];
  return {
    name: 'smtp',
    inDoubt,
    given,
    send: async (dispatch) => {
      given.push(dispatch);
      return answer(dispatch, given.length);
    },
    settle: async () => undefined,
  };
};

let open: PostDesk[] = [];
afterEach(async () => {
  for (const desk of open) await desk.close();
  open = [];
});

const aDesk = async (options: Partial<PostDeskOptions> = {}): Promise<PostDesk> => {
  const desk = await openPostDesk({ folder: temporaryFolder(), wayOut: aWay(), ...options });
  open.push(desk);
  return desk;
};

/** A desk with these rows, told of since Monday 16 November at 07.00, looked over at 08.15. */
const deskWith = async (
  numbers: readonly number[],
  options: Partial<PostDeskOptions> = {},
): Promise<PostDesk> => {
  const desk = await aDesk(options);
  await desk.pass('2026-11-16T07:00');
  desk.rows.push(...numbers.map((number) => aRow(number)));
  await desk.pass('2026-11-16T08:15');
  return desk;
};

const messagesOf = async (desk: PostDesk): Promise<readonly MessageRecord[]> =>
  [...(await desk.ledger.state()).messages.values()].flat();

const statesOf = async (desk: PostDesk): Promise<readonly string[]> =>
  (await messagesOf(desk)).map(({ state }) => state.kind);

const textOf = async ({ raw }: Dispatch): Promise<string> =>
  (await simpleParser(Buffer.from(raw))).text ?? '';

describe('a delivery', () => {
  test('hands over what is due, once', async () => {
    const wayOut = aWay();
    const desk = await deskWith([1, 2], { wayOut });

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 2, held: 0 });
    expect(await desk.deliver('2026-11-16T08:25')).toMatchObject({ sent: 0 });

    expect(wayOut.given.map(({ envelope }) => envelope.to[0])).toEqual([
      'pemohon1@dinas.contoh.go.id',
      'pemohon2@dinas.contoh.go.id',
    ]);
    expect(await statesOf(desk)).toEqual(['sent', 'sent']);
  });

  test('looks at no workbook when nothing is due', async () => {
    const desk = await deskWith([]);
    const before = desk.looks();

    await desk.deliver('2026-11-16T08:20');

    expect(desk.looks()).toBe(before);
  });

  test('is frozen in the ledger before anybody is connected to', async () => {
    let seen: unknown;
    const desk: PostDesk = await deskWith([1], {
      wayOut: {
        ...aWay(),
        send: async () => {
          seen = [await statesOf(desk), (await desk.ledger.post.openDispatches()).length];
          return { kind: 'sent' };
        },
      },
    });

    await desk.deliver('2026-11-16T08:20');

    expect(seen).toEqual([['unsure'], 1]);
  });

  test('writes for its reader: number first, his name, one recipient, an id that names nobody', async () => {
    const wayOut = aWay();
    const desk = await deskWith([1], { wayOut });
    await desk.deliver('2026-11-16T08:20');

    const [dispatch] = wayOut.given;
    const mail = await simpleParser(Buffer.from(dispatch?.raw ?? ''));
    expect(mail.subject).toMatch(/^VC-2026-0001 – /);
    expect(mail.messageId).toMatch(
      /^<schedule\.VC-2026-0001\.1\.[0-9a-f]{12}\.[0-9a-f]{12}@office\.contoh\.go\.id>$/,
    );
    expect(mail.date?.toISOString()).toBe('2026-11-16T00:20:00.000Z');
    expect(dispatch?.envelope).toEqual({
      from: 'vicon@office.contoh.go.id',
      to: ['pemohon1@dinas.contoh.go.id'],
    });
  });

  test('says what is true when it goes, and takes back what is not', async () => {
    const wayOut = aWay();
    const desk = await deskWith([1, 2], { wayOut });
    Object.assign(desk.rows[0] ?? {}, { startTime: '13.30', endTime: '15.00' });
    Object.assign(desk.rows[1] ?? {}, { notes: 'batal' });

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 0, withdrawn: 2 });
    await desk.pass('2026-11-16T08:25');
    await desk.deliver('2026-11-16T08:30');

    expect(wayOut.given).toHaveLength(1);
    expect(await textOf(wayOut.given[0] ?? never())).toContain('2026-11-30T05:30:00Z');
  });

  test.each([
    ['in the evening', '2026-11-16T20:00', '2026-11-17T08:05'],
    ['at noon', '2026-11-16T12:15', '2026-11-16T13:30'],
    ['on a Saturday', '2026-11-21T09:00', '2026-11-23T08:00'],
    ['on a Sunday', '2026-11-22T09:00', '2026-11-23T08:00'],
    ['on a holiday', '2026-11-18T09:00', '2026-11-19T08:00'],
  ])('waits %s, and looks at no workbook for it again', async (_, at, then) => {
    const wayOut = aWay();
    const desk = await deskWith([1], { wayOut });
    desk.holidays.push('2026-11-18');

    expect(await desk.deliver(at)).toMatchObject({ sent: 0, held: 1 });
    const looks = desk.looks();
    await desk.deliver(at);
    expect([wayOut.given.length, desk.looks()]).toEqual([0, looks]);

    expect(await desk.deliver(then)).toMatchObject({ sent: 1 });
  });

  test('keeps to the hours of Pengaturan', async () => {
    const desk = await deskWith([1]);
    desk.settings.push(['Jam Kirim Pesan', '09.00–10.00']);

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 0, held: 1 });
    expect(await desk.deliver('2026-11-16T09:00')).toMatchObject({ sent: 1 });
  });

  test('puts what one person hears into one mail an hour', async () => {
    const wayOut = aWay();
    const desk = await aDesk({ wayOut });
    await desk.pass('2026-11-16T07:00');
    const same = { email: 'sekretariat@dinas.contoh.go.id' };
    desk.rows.push(aRow(1, same), aRow(2, same));
    await desk.pass('2026-11-16T08:15');
    await desk.deliver('2026-11-16T08:20');
    desk.rows.push(aRow(3, { ...same, submittedAt: 46_342.35 }));
    await desk.pass('2026-11-16T08:25');

    expect(await desk.deliver('2026-11-16T08:30')).toMatchObject({ sent: 0, held: 1 });
    expect(await desk.deliver('2026-11-16T09:21')).toMatchObject({ sent: 1 });

    const [both, later] = wayOut.given;
    expect(wayOut.given).toHaveLength(2);
    expect(await textOf(both ?? never())).toMatch(/Rapat Koordinasi 1(?:.|\n)*Rapat Koordinasi 2/);
    expect(await textOf(later ?? never())).toContain('Rapat Koordinasi 3');
  });

  test('sends an invitation alone, with the desk as organizer and its reader as the one guest', async () => {
    const wayOut = aWay();
    const desk = await deskWith([1], {
      wayOut,
      kinds: [
        toldSchedule,
        {
          ...toldSchedule,
          key: 'invite',
          wants: (look) =>
            toldSchedule.wants(look).map((message) => ({
              ...message,
              invitation: {
                method: 'request',
                uid: `${message.ticket}-pemohon`,
                start: '2026-11-30T01:00:00Z',
                summary: 'Rapat',
                confidential: true,
              },
            })),
        },
      ],
    });

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 2 });

    const invitations = wayOut.given
      .map(({ raw }) => Buffer.from(raw).toString('latin1').replaceAll('\r\n ', ''))
      .filter((text) => text.includes('text/calendar'));
    expect(invitations).toHaveLength(1);
  });

  test('never writes to the desk itself', async () => {
    const wayOut = aWay();
    const desk = await aDesk({ wayOut });
    await desk.pass('2026-11-16T07:00');
    desk.rows.push(aRow(1, { email: 'Vicon@office.contoh.go.id' }));
    await desk.pass('2026-11-16T08:15');

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 0, failed: 1 });

    expect(wayOut.given).toEqual([]);
  });

  test('stops at the limit of the day, and goes on when it is over', async () => {
    const desk = await deskWith([1, 2, 3]);
    desk.settings.push(['Batas Pesan Sehari', '2']);

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ sent: 2, held: 1 });
    expect(await desk.deliver('2026-11-16T14:00')).toMatchObject({ sent: 0 });
    expect(await desk.deliver('2026-11-17T08:20')).toMatchObject({ sent: 1 });
  });

  test('says nothing by a clock that jumped, and believes it the next time', async () => {
    const hour = 3_600_000;
    const desk = await deskWith([1]);
    expect(await desk.deliver('2026-11-16T18:30', { uptimeMs: hour })).toMatchObject({ held: 1 });
    const jumped = { uptimeMs: hour + 60_000 };

    expect(await desk.deliver('2026-11-17T08:31', jumped)).toMatchObject({
      sent: 0,
      stopped: expect.stringContaining('clock'),
    });
    expect(await desk.deliver('2026-11-17T08:32', { uptimeMs: hour + 120_000 })).toMatchObject({
      sent: 1,
    });
  });

  test('notes the clock without the ledger going on, so that the look of the pass before it is still the last', async () => {
    const revisions: number[] = [];
    const desk = await deskWith([1], {
      mortal: (ledger) => ({
        ...ledger,
        note: async (name, value) => {
          const before = await ledger.revision();
          await ledger.note(name, value);
          if (name === 'post.clock') revisions.push((await ledger.revision()) - before);
        },
      }),
    });
    await desk.deliver('2026-11-16T08:20', { uptimeMs: 60_000 });

    expect(revisions).toEqual([0]);
  });
});

describe('what the other side says', () => {
  test('an address that is nobody’s is not written to again until it changes', async () => {
    const wayOut = aWay(({ envelope }) =>
      envelope.to[0].startsWith('pemohon1@')
        ? { kind: 'refused', what: 'address', why: 'server surat menjawab 550 5.1.1' }
        : { kind: 'sent' },
    );
    const desk = await deskWith([1], { wayOut });
    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({ failed: 1 });
    Object.assign(desk.rows[0] ?? {}, { startTime: '13.30', endTime: '15.00' });
    await desk.pass('2026-11-16T09:30');

    expect(await desk.deliver('2026-11-16T09:35')).toMatchObject({ failed: 1 });
    expect(wayOut.given).toHaveLength(1);

    Object.assign(desk.rows[0] ?? {}, { email: 'siti@dinas.contoh.go.id' });
    await desk.pass('2026-11-16T09:40');
    expect(await desk.deliver('2026-11-16T09:45')).toMatchObject({ sent: 1 });
  });

  test('a refusal for now is tried again, later each time, and named in the end', async () => {
    const wayOut = aWay(() => ({ kind: 'refused', what: 'mail', why: 'kotak penuh' }));
    const desk = await deskWith([1], { wayOut });
    const at = ['08:20', '08:25', '08:31', '09:02', '10:35', '15:10', '15:55'];
    for (const time of at) await desk.deliver(`2026-11-16T${time}`);
    await desk.deliver('2026-11-17T09:00');
    await desk.deliver('2026-11-17T15:00');

    expect(wayOut.given).toHaveLength(5);
    expect(new Set(wayOut.given.map(({ id }) => id)).size).toBe(5);
    expect((await messagesOf(desk))[0]?.state).toMatchObject({
      kind: 'failed',
      why: 'kotak penuh',
    });
  });

  test('a closed way stops the round and loses nothing', async () => {
    let closed = true;
    const wayOut = aWay(() =>
      closed ? { kind: 'paused', why: 'server surat tidak dapat dihubungi' } : { kind: 'sent' },
    );
    const desk = await deskWith([1, 2], { wayOut });

    expect(await desk.deliver('2026-11-16T08:20')).toMatchObject({
      sent: 0,
      postponed: 1,
      stopped: expect.stringContaining('dihubungi'),
    });
    expect(wayOut.given).toHaveLength(1);

    closed = false;
    expect(await desk.deliver('2026-11-16T08:25')).toMatchObject({ sent: 2 });
  });

  test('an unknown outcome is sent again as the same bytes, three times at most', async () => {
    const wayOut = aWay(() => ({ kind: 'unknown', why: 'sambungan terputus' }));
    const desk = await deskWith([1], { wayOut });
    for (const time of ['08:20', '08:25', '08:31', '08:42', '08:53', '09:30'])
      await desk.deliver(`2026-11-16T${time}`);

    expect(wayOut.given).toHaveLength(3);
    expect(new Set(wayOut.given.map(({ raw }) => Buffer.from(raw).toString('base64'))).size).toBe(
      1,
    );
    expect((await messagesOf(desk))[0]?.state).toMatchObject({
      kind: 'unsure',
      attempts: 3,
      why: 'sambungan terputus',
    });
  });

  test('what is not true any more is not sent again', async () => {
    const wayOut = aWay((_, attempt) =>
      attempt === 1 ? { kind: 'unknown', why: 'sambungan terputus' } : { kind: 'sent' },
    );
    const desk = await deskWith([1], { wayOut });
    await desk.deliver('2026-11-16T08:20');
    Object.assign(desk.rows[0] ?? {}, { startTime: '13.30', endTime: '15.00' });
    await desk.pass('2026-11-16T09:30');
    await desk.deliver('2026-11-16T09:35');

    expect(wayOut.given.map(({ id }) => id.split('.')[2])).toEqual(['1', '2']);
    expect(await statesOf(desk)).toEqual(['unsure', 'sent']);
  });

  test('a way that cannot be asked twice waits for a person', async () => {
    const wayOut = aWay(
      (_, attempt) =>
        attempt === 1 ? { kind: 'unknown', why: 'sambungan terputus' } : { kind: 'sent' },
      'ask',
    );
    const desk = await deskWith([1], { wayOut });
    for (const time of ['08:20', '08:42', '09:30']) await desk.deliver(`2026-11-16T${time}`);
    expect(wayOut.given).toHaveLength(1);

    const [message] = await messagesOf(desk);
    const { key, promisedAt } = message ?? never();
    await desk.ledger.commit({ ...noChange, again: [key] }, promisedAt, 'a tick');
    expect(await desk.deliver('2026-11-16T09:40')).toMatchObject({ sent: 1 });
    expect(wayOut.given[1]?.raw).toEqual(wayOut.given[0]?.raw);
  });
});

describe('an outbox', () => {
  test('that was cut off before the file was there is tried again with what is true by then', async () => {
    const folder = temporaryFolder();
    const outbox = openOutbox(join(folder, 'Pesan Keluar'));
    let cut = true;
    const desk = await deskWith([1], {
      folder,
      wayOut: {
        ...outbox,
        send: async (dispatch) => {
          if (cut) throw new Error('killed');
          return outbox.send(dispatch);
        },
      },
    });
    await desk.deliver('2026-11-16T08:20');
    cut = false;

    expect(await desk.deliver('2026-11-16T08:25')).toMatchObject({ sent: 1 });

    expect(mailsIn(folder)).toHaveLength(1);
  });

  test('that was cut off after the file was there is left as it is, even when a person took it', async () => {
    const folder = temporaryFolder();
    const outbox = openOutbox(join(folder, 'Pesan Keluar'));
    const desk = await deskWith([1], {
      folder,
      wayOut: {
        ...outbox,
        send: async (dispatch) => {
          await outbox.send(dispatch);
          throw new Error('killed');
        },
      },
    });
    await desk.deliver('2026-11-16T08:20');
    const [file = ''] = mailsIn(folder);
    expect(readFileSync(join(folder, 'Pesan Keluar', file), 'utf8')).toContain('VC-2026-0001');
    rmSync(join(folder, 'Pesan Keluar', file));

    expect(await desk.deliver('2026-11-16T08:25')).toMatchObject({ sent: 1 });

    expect(mailsIn(folder)).toEqual([]);
    expect(await statesOf(desk)).toEqual(['sent']);
  });
});

const mailsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'Pesan Keluar')).filter((name) => name.endsWith('.eml'));

const never = (): never => {
  throw new Error('nothing there');
};
