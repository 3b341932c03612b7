import { afterAll, describe, expect, test } from 'vitest';
import { openDriveStore } from '../../../src/backends/google/drive-store.ts';
import { aDocument, describeDocumentStore } from '../document-store-contract.ts';
import { aGoogleDesk, inProcess, overSockets, type Reach } from './stand-in.ts';

const openOn = async (reach: Reach = inProcess) => {
  const desk = await aGoogleDesk([], reach);
  const { client, memory, pace } = desk;
  return { ...desk, store: openDriveStore({ client, memory, clock: pace.now }) };
};

describeDocumentStore('Google Drive', async () => (await openOn()).store);

const sockets = overSockets();
afterAll(sockets.close);
describeDocumentStore(
  'Google Drive over a socket',
  async () => (await openOn(sockets.reach)).store,
);

const documentsIn = ({ double }: Awaited<ReturnType<typeof openOn>>) =>
  [...double.world.files.values()].filter(({ name }) => name.endsWith('.docx'));

describe('Google Drive', () => {
  test('leaves one file when the answer to the upload was lost', async () => {
    const desk = await openOn();
    desk.double.faults.add({
      on: { api: 'upload' },
      times: 1,
      fault: { kind: 'cut', when: 'after' },
    });

    const saved = await desk.store.save(aDocument());

    expect(documentsIn(desk)).toHaveLength(1);
    expect(await desk.store.look(saved.id)).toEqual(saved);
  });

  test('goes on with the file of a run that was stopped before it remembered it', async () => {
    const desk = await openOn();
    const first = await desk.store.save(aDocument());

    const again = await desk.store.save(aDocument({ bytes: Buffer.from('baru') }));

    expect(again.id).toBe(first.id);
    expect(documentsIn(desk)).toHaveLength(1);
  });

  test('looks over its documents once a day', async () => {
    const { store, double, pace } = await openOn();
    const { id } = await store.save(aDocument());
    await store.inspect([id]);
    double.traffic.reset();

    await store.inspect([id]);
    expect(double.traffic.count()).toBe(0);

    await pace.wait(25 * 3_600_000);
    expect(await store.inspect([id])).toEqual({ gone: new Set(), exposed: [] });
    expect(double.traffic.count()).toBe(1);
  });

  test('gives nobody a permission', async () => {
    const { store, double } = await openOn();
    await store.save(aDocument());

    expect(double.traffic.log.filter(({ id }) => id.includes('permissions'))).toEqual([]);
  });
});
