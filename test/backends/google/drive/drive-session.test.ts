import { describe, expect, test } from 'vitest';
import { openDriveStore } from '../../../../src/backends/google/drive/drive-store.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import type { GoogleDouble } from '../../../google-double/google-double.ts';
import { aDocument } from '../../document-store-contract.ts';
import { aGoogleDesk, deskSheetId } from '../stand-in.ts';

const unit = 256 * 1024;
const large = { ...aDocument(), bytes: Buffer.alloc(6 * 1024 * 1024, 1) };

/** A desk whose line to Google may be looked at, or tampered with. */
const aDesk = async (
  line: (send: typeof fetch, double: GoogleDouble) => typeof fetch = (send) => send,
) => {
  const sent: Request[] = [];
  const desk = await aGoogleDesk([], async (double) => {
    const send = line(double.fetch, double);
    return (input, init) => {
      sent.push(new Request(input, init));
      return send(input, init);
    };
  });
  const { client, memory, pace, double } = desk;
  const pieces = () => sent.filter(({ method }) => method === 'PUT');
  /** Every document by its id, and whether it holds all the bytes. (Millions of bytes are compared at once.) */
  const documents = () =>
    [...double.world.files.values()]
      .filter(({ name }) => name.endsWith('.docx'))
      .map(({ id, content }) => ({ id, isWhole: large.bytes.equals(content ?? Buffer.of()) }));
  return {
    ...desk,
    sent,
    pieces,
    documents,
    store: openDriveStore({ client, desk: deskSheetId, memory, clock: pace.now }),
  };
};

const onPiece = { api: 'upload', method: 'PUT' } as const;

describe('a document of more than 5 MB', () => {
  test('goes up in pieces of a multiple of 256 KiB, and lies there whole', async () => {
    const { store, pieces, documents } = await aDesk();

    const saved = await store.save(large);

    expect(documents()).toEqual([{ id: saved.id, isWhole: true }]);
    const sizes = await Promise.all(
      pieces().map(async (each) => (await each.arrayBuffer()).byteLength),
    );
    expect(sizes).toEqual([8 * unit, 8 * unit, 8 * unit]);
  });

  test('takes the place of the smaller one, under the same id', async () => {
    const { store, documents } = await aDesk();
    const { id } = await store.save(aDocument());

    await store.save({ ...large, folder: ['Laporan', '2027'], replaces: id });

    expect(documents()).toEqual([{ id, isWhole: true }]);
    expect((await store.look(id))?.editedBy).toBeUndefined();
  });

  const passing: readonly (readonly [string, FaultRule])[] = [
    ['a piece that never arrived', { on: onPiece, calls: [2], fault: { kind: 'cut' } }],
    [
      'a piece whose answer was lost',
      { on: onPiece, calls: [2], fault: { kind: 'cut', when: 'after' } },
    ],
    [
      'a last piece whose answer was lost',
      { on: onPiece, calls: [3], fault: { kind: 'cut', when: 'after' } },
    ],
    ['503 three times', { on: onPiece, times: 3, fault: { kind: 'refuse', status: 503 } }],
    [
      'a rate limit',
      {
        on: onPiece,
        times: 2,
        fault: { kind: 'refuse', status: 403, reason: 'rateLimitExceeded' },
      },
    ],
    [
      'a session that is gone (404)',
      { on: onPiece, calls: [2], fault: { kind: 'refuse', status: 404 } },
    ],
    [
      'a session that is over (410)',
      { on: onPiece, calls: [3], fault: { kind: 'refuse', status: 410 } },
    ],
    [
      'a start whose answer was lost',
      { on: { api: 'upload', method: 'POST' }, times: 1, fault: { kind: 'cut', when: 'after' } },
    ],
  ];
  test.each(passing)('lies there once and whole after %s', async (_, fault) => {
    const { store, double, documents } = await aDesk();
    double.faults.add(fault);

    const saved = await store.save(large);

    expect(documents()).toEqual([{ id: saved.id, isWhole: true }]);
  });

  test('sends only what is missing when the line broke in the middle of a piece', async () => {
    const { store, double, pieces, documents } = await aDesk((send, { world }) => {
      let puts = 0;
      return async (input, init) => {
        const isPiece = new Request(input, init).method === 'PUT';
        if (isPiece) puts += 1;
        if (!isPiece || puts !== 2) return send(input, init);
        world.drive.mostOfPiece = unit;
        await send(input, init);
        world.drive.mostOfPiece = Number.POSITIVE_INFINITY;
        throw new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } });
      };
    });

    await store.save(large);

    expect(documents()).toMatchObject([{ isWhole: true }]);
    const ranges = pieces().map(({ headers }) => headers.get('content-range'));
    expect(ranges.slice(2, 4)).toEqual([
      `bytes */${large.bytes.length}`,
      `bytes ${9 * unit}-${17 * unit - 1}/${large.bytes.length}`,
    ]);
    expect(double.world.drive.uploads.size).toBe(1);
  });

  test('gives up in words when every session ends early, and leaves no file', async () => {
    const { store, double, documents } = await aDesk();
    double.faults.add({ on: onPiece, fault: { kind: 'refuse', status: 410 } });

    await expect(store.save(large)).rejects.toMatchObject({ status: 410 });
    expect(documents()).toEqual([]);
    expect(double.world.drive.uploads.size).toBe(3);
  });

  test('gives up in words when Drive takes piece after piece and keeps nothing', async () => {
    const { store, pieces, documents } = await aDesk((send, { world }) => {
      world.drive.mostOfPiece = 0;
      return send;
    });

    await expect(store.save(large)).rejects.toMatchObject({ code: 'google-unavailable' });
    expect(documents()).toEqual([]);
    expect(pieces()).toHaveLength(3);
  });

  test('never sends the sign-in to another host, wherever a session is said to be', async () => {
    const { store, sent } = await aDesk((send) => async (input, init) => {
      const answer = await send(input, init);
      const location = answer.headers.get('location');
      if (location === null) return answer;
      const elsewhere = new URL(location);
      elsewhere.host = 'elsewhere.example';
      return new Response(null, { headers: { location: elsewhere.href } });
    });

    await store.save(large);

    expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(
      new Set(['www.googleapis.com']),
    );
  });
});
