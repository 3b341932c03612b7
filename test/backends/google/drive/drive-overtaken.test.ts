import { describe, expect, test } from 'vitest';
import type { GoogleDouble } from '../../../google-double/google-double.ts';
import { aDocument } from '../../document-store-contract.ts';
import { aDriveDesk, bytesOf } from './a-drive-desk.ts';

/** A desk with one document, and people who save into it in the moment before an upload arrives. */
const aRace = async () => {
  const deeds: ((double: GoogleDouble) => void)[] = [];
  const desk = await aDriveDesk({
    reach: async (double) => async (input, init) => {
      const { method, url } = new Request(input, init);
      if (method === 'PATCH' && url.includes('/upload/')) deeds.shift()?.(double);
      return double.fetch(input, init);
    },
  });
  const store = desk.open();
  const { id } = await store.save(aDocument());
  const textOf = () => Buffer.from(desk.double.world.files.get(id)?.content ?? []).toString();
  const renew = () =>
    store.save(
      aDocument({ replaces: id, bytes: Buffer.from('baru'), fingerprint: 'lain', signedOff: true }),
    );
  const types = (text: string) => (double: GoogleDouble) =>
    double.people.replaceContent({ fileId: id, base64: bytesOf(text) });
  return { ...desk, store, id, textOf, renew, types, before: deeds };
};

describe('what a person saves in the moment of our upload', () => {
  test('lies there again afterwards, as edited, and without the approval that was to be printed', async () => {
    const { store, id, textOf, renew, types, before } = await aRace();
    before.push(types('kata staf'));

    await expect(renew()).rejects.toMatchObject({ code: 'document-edited' });

    expect(textOf()).toBe('kata staf');
    const stored = await store.look(id);
    expect(stored?.contentHash).not.toBe(stored?.savedHash);
    expect(stored).toMatchObject({ fingerprint: aDocument().fingerprint });
    expect(stored?.signedOff).toBeUndefined();
  });

  test('lies there in its last words where they save again while it is put back', async () => {
    const { textOf, renew, types, before } = await aRace();
    before.push(types('kata staf'), types('kata terakhir'));

    await expect(renew()).rejects.toMatchObject({ code: 'document-edited' });

    expect(textOf()).toBe('kata terakhir');
  });

  test('is found also where the answer to our upload was lost and it was sent again', async () => {
    const { textOf, renew, types, before, double } = await aRace();
    double.faults.add({ on: { api: 'upload' }, times: 1, fault: { kind: 'cut', when: 'after' } });
    before.push(() => undefined, types('kata staf'));

    await expect(renew()).rejects.toMatchObject({ code: 'document-edited' });

    expect(textOf()).toBe('kata staf');
  });

  test('is nothing where nobody saved, also when only the notes are renewed', async () => {
    const { store, id, textOf, renew } = await aRace();

    await renew();
    await store.save(
      aDocument({ replaces: id, bytes: Buffer.from('baru'), fingerprint: 'lain lagi' }),
    );

    expect(textOf()).toBe('baru');
  });

  test('costs one call more for each document that is renewed', async () => {
    const { renew, double } = await aRace();
    double.traffic.reset();

    await renew();

    expect(double.traffic.count({ id: 'drive.revisions.list' })).toBe(1);
    expect(double.traffic.count({ id: 'drive.revisions.get' })).toBe(0);
  });
});
