import { describe, expect, test } from 'vitest';
import { aDocument } from '../../document-store-contract.ts';
import { aDriveDesk } from './a-drive-desk.ts';

const minute = 60_000;

/** A desk with a document that was looked over just now. */
const lookedOver = async () => {
  const desk = await aDriveDesk();
  const store = desk.open();
  const { id, url } = await store.save(aDocument());
  await store.inspect([{ id, fingerprint: aDocument().fingerprint }], desk.now());
  desk.double.traffic.reset();
  const folder = desk.double.world.files.get(id)?.parents[0] ?? '';
  const calls = () => desk.double.traffic.log.map((call) => call.id);
  return { ...desk, store, id, url, folder, calls };
};

describe('the look over all documents in Drive', () => {
  test('costs nothing for an hour, and one call then', async () => {
    const { store, id, pace, now, calls } = await lookedOver();

    await pace.wait(59 * minute);
    await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now());
    expect(calls()).toEqual([]);

    await pace.wait(2 * minute);
    expect(await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).toEqual({
      amiss: new Set(),
      exposed: [],
    });
    expect(calls()).toEqual(['drive.files.list']);
  });

  test('costs nothing while there are no documents', async () => {
    const { open, double, now } = await aDriveDesk();

    expect(await open().inspect([], now())).toEqual({ amiss: new Set(), exposed: [] });
    expect(double.traffic.count()).toBe(0);
  });

  test('is remembered over restarts', async () => {
    const { open, id, now, calls } = await lookedOver();

    await open().inspect([{ id, fingerprint: aDocument().fingerprint }], now());

    expect(calls()).toEqual([]);
  });

  test('is due at once when the clock was put back by days', async () => {
    const { store, id, pace, now, calls } = await lookedOver();

    await pace.wait(-48 * 60 * minute);
    await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now());

    expect(calls()).toEqual(['drive.files.list']);
  });

  test.each([
    ['thrown away', 'trashFile', 'id'],
    ['thrown away with its folder', 'trashFile', 'folder'],
    ['deleted', 'deleteFile', 'id'],
  ] as const)('finds what was %s', async (_, deed, what) => {
    const desk = await lookedOver();
    desk.double.people[deed]({ fileId: desk[what] });
    await desk.pace.wait(61 * minute);

    expect(
      (
        await desk.store.inspect(
          [{ id: desk.id, fingerprint: aDocument().fingerprint }],
          desk.now(),
        )
      ).amiss,
    ).toEqual(new Set([desk.id]));
  });

  test('is due again at once while something is gone, as a cut-off pass leaves it', async () => {
    const { store, id, pace, now, double, calls } = await lookedOver();
    double.people.trashFile({ fileId: id });
    await pace.wait(61 * minute);
    await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now());
    double.traffic.reset();

    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).amiss,
    ).toEqual(new Set([id]));
    expect(calls()).toEqual(['drive.files.list', 'drive.files.list', 'drive.files.get']);
  });

  test('is not remembered as done when it failed', async () => {
    const { store, id, pace, now, double, calls } = await lookedOver();
    await pace.wait(61 * minute);
    const number = double.faults.add({ fault: { kind: 'refuse', status: 404 } });
    await expect(
      store.inspect([{ id, fingerprint: aDocument().fingerprint }], now()),
    ).rejects.toMatchObject({ status: 404 });
    double.faults.remove(number);
    double.traffic.reset();

    await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now());

    expect(calls()).toEqual(['drive.files.list']);
  });
});

describe('a document that anybody with the link can open', () => {
  test('is found, and named with its link', async () => {
    const { store, id, url, pace, now, double } = await lookedOver();
    double.people.shareFile({ fileId: id, with: 'anyone', role: 'reader' });
    await pace.wait(61 * minute);

    const exposed = [{ kind: 'document', name: aDocument().name, url }];

    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toEqual(exposed);
    expect(await store.exposed()).toEqual(exposed);
  });

  test('is looked at again within a quarter of an hour, until it is put right', async () => {
    const { open, store, id, pace, now, double, calls } = await lookedOver();
    double.people.shareFile({ fileId: id, with: 'anyone', role: 'reader' });
    await pace.wait(61 * minute);
    await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now());
    double.people.unshareFile({ fileId: id, with: 'anyone' });
    double.traffic.reset();

    await pace.wait(14 * minute);
    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toHaveLength(1);
    expect(calls()).toEqual([]);

    await pace.wait(2 * minute);
    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toEqual([]);
    expect(await open().exposed()).toEqual([]);
  });

  test('is looked for at once where what was found before is damaged in the ledger', async () => {
    const { store, memory, id, url, pace, now, double } = await lookedOver();
    const documents = [{ id, fingerprint: aDocument().fingerprint }];
    double.people.shareFile({ fileId: id, with: 'anyone', role: 'reader' });
    await pace.wait(61 * minute);
    await store.inspect(documents, now());
    const exposed = [{ kind: 'document', name: aDocument().name, url }];
    await memory.remember('google.open-to-anybody', JSON.stringify(exposed).slice(0, -9));

    expect((await store.inspect(documents, now())).exposed).toEqual(exposed);
    expect(await store.exposed()).toEqual(exposed);

    double.people.unshareFile({ fileId: id, with: 'anyone' });
    await memory.remember('google.open-to-anybody', '[{');
    await memory.remember('google.documents-missing', '[[');
    expect((await store.inspect(documents, now())).exposed).toEqual([]);
    expect(await memory.recall('google.open-to-anybody')).toBe('[]');
  });

  test('is told of by the folder that lets them in', async () => {
    const { store, id, folder, pace, now, double } = await lookedOver();
    double.people.shareFile({ fileId: folder, with: 'anyone', role: 'reader' });
    await pace.wait(61 * minute);

    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toEqual([
      { kind: 'folder', name: '2026', url: `https://drive.google.com/drive/folders/${folder}` },
    ]);
  });

  test('is one for anybody, not one that was shared with somebody', async () => {
    const { store, id, pace, now, double } = await lookedOver();
    double.people.shareFile({ fileId: id, with: 'pimpinan@kantor.test' });
    await pace.wait(61 * minute);

    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toEqual([]);
  });
});

describe('a document that is gone, where people’s files show', () => {
  test('is given a few minutes: a program may be about to put up what it saved anew', async () => {
    const { open, id, pace, now, double } = await lookedOver();
    const store = open({ photos: true });
    const inspect = async () =>
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).amiss;
    double.people.trashFile({ fileId: id });
    await pace.wait(61 * minute);

    expect(await inspect()).toEqual(new Set());
    await pace.wait(2 * minute);
    expect(await inspect()).toEqual(new Set());
    await pace.wait(2 * minute);
    expect(await inspect()).toEqual(new Set([id]));
  });
});
