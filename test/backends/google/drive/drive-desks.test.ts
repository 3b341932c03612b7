import { describe, expect, test } from 'vitest';
import { aDocument, known } from '../../document-store-contract.ts';
import { deskSheetId } from '../stand-in.ts';
import { aDriveDesk } from './a-drive-desk.ts';

const hour = 3_600_000;
const other = 'lembar-kantor-lain-0002';

/** Two desks of one account and client, each with its own ledger. */
const twoDesks = async ({ folder }: { readonly folder?: string } = {}) => {
  const base = await aDriveDesk();
  const shared = folder === undefined ? {} : { folder };
  const memories = { here: base.anotherMemory(), there: base.anotherMemory() };
  const open = () => ({
    here: base.open({ memory: memories.here, ...shared }),
    there: base.open({ memory: memories.there, desk: other, ...shared }),
  });
  const textOf = (id: string) =>
    Buffer.from(base.double.world.files.get(id)?.content ?? new Uint8Array()).toString();
  return { ...base, ...open(), reopen: open, textOf };
};

const ofOffice = (text: string) =>
  aDocument({ fingerprint: `jejak ${text}`, bytes: Buffer.from(text) });

/** As earlier editions did it: what one desk saved, the other found by its key and wrote over. */
const writtenOver = async () => {
  const desks = await twoDesks();
  const { id } = await desks.here.save(ofOffice('kantor sini'));
  const drive = await desks.client.drive();
  desks.unmark();
  await desks.there.save({ ...ofOffice('kantor sana'), replaces: id });
  desks.unmark();
  return { ...desks, ...desks.reopen(), id, drive };
};

describe('two desks of one account', () => {
  test('have a document each, although key and name are the same', async () => {
    const { here, there, textOf, documents, deskOn } = await twoDesks();

    const ours = await here.save(ofOffice('kantor sini'));
    expect(await there.find(aDocument().key)).toBeUndefined();
    const theirs = await there.save(ofOffice('kantor sana'));

    expect(documents()).toHaveLength(2);
    expect(textOf(ours.id)).toBe('kantor sini');
    expect(textOf(theirs.id)).toBe('kantor sana');
    expect([deskOn(ours.id), deskOn(theirs.id)]).toEqual([deskSheetId, other]);
  });

  test('each find their own again when both ledgers were lost', async () => {
    const { here, there, open } = await twoDesks();
    const ours = await here.save(ofOffice('kantor sini'));
    const theirs = await there.save(ofOffice('kantor sana'));
    const anew = await aDriveDesk();

    const found = await Promise.all(
      [{}, { desk: other }].map(async (changed) =>
        open({ memory: anew.anotherMemory(), adopt: true, ...changed }).find(aDocument().key),
      ),
    );

    expect(found.map((each) => each?.stored.id)).toEqual([ours.id, theirs.id]);
  });

  test('have folders of their own', async () => {
    const { here, there, double } = await twoDesks();
    const parentsOf = (id: string) => double.world.files.get(id)?.parents;

    const ours = await here.save(ofOffice('kantor sini'));
    const theirs = await there.save(ofOffice('kantor sana'));

    expect(parentsOf(ours.id)).not.toEqual(parentsOf(theirs.id));
  });

  test('have a document each in the folder that the settings of both name', async () => {
    const { client, open, anotherMemory, textOf } = await twoDesks();
    const drive = await client.drive();
    const requestBody = { name: 'Arsip', mimeType: 'application/vnd.google-apps.folder' };
    const folder = (await drive.files.create({ requestBody })).data.id ?? '';

    const ours = await open({ folder }).save(ofOffice('kantor sini'));
    const theirs = await open({ folder, desk: other, memory: anotherMemory() }).save(
      ofOffice('kantor sana'),
    );

    expect(textOf(ours.id)).toBe('kantor sini');
    expect(textOf(theirs.id)).toBe('kantor sana');
  });

  test('never tell of a file of the other that anybody can open', async () => {
    const { here, there, double, now } = await twoDesks();
    const { id } = await here.save(ofOffice('kantor sini'));
    const theirs = await there.save(ofOffice('kantor sana'));
    double.people.shareFile({ fileId: id, with: 'anyone', role: 'reader' });

    const about = [{ id: theirs.id, fingerprint: 'jejak kantor sana' }];

    expect(await there.inspect(about, now())).toEqual({ amiss: new Set(), exposed: [] });
  });
});

describe('documents of an earlier edition, which carry no mark of a desk', () => {
  const fromBefore = async () => {
    const desk = await aDriveDesk();
    const { id } = await desk.open().save(aDocument());
    desk.unmark();
    return { ...desk, id };
  };

  test('stay known by their id, and get the mark when they are looked over', async () => {
    const { open, id, now, deskOn, double, pace } = await fromBefore();

    expect(await open().inspect([known(id)], now())).toEqual({ amiss: new Set(), exposed: [] });
    expect(deskOn(id)).toBe(deskSheetId);

    await pace.wait(hour);
    double.traffic.reset();
    await open().inspect([known(id)], now());
    expect(double.traffic.log.map((call) => call.id)).toEqual(['drive.files.list']);
  });

  test('get the mark when they are renewed, in place', async () => {
    const { open, id, deskOn } = await fromBefore();

    const renewed = await open().save(
      aDocument({ bytes: Buffer.from('baru'), fingerprint: 'baru', replaces: id }),
    );

    expect(renewed.id).toBe(id);
    expect(deskOn(id)).toBe(deskSheetId);
  });

  test('are not taken when the ledger was lost, unless a person says to adopt', async () => {
    const { open, anotherMemory, id } = await fromBefore();
    const { key } = aDocument();

    expect(await open({ memory: anotherMemory() }).find(key)).toBeUndefined();
    const found = await open({ memory: anotherMemory(), adopt: true }).find(key);

    expect(found?.stored.id).toBe(id);
  });

  test('keep their folder, which gets the mark too', async () => {
    const { open, id, double, deskOn } = await fromBefore();
    const folderOf = (fileId: string) => double.world.files.get(fileId)?.parents[0] ?? '';

    const next = await open().save(aDocument({ key: 'laporan/2', name: '2.docx' }));

    expect(folderOf(next.id)).toBe(folderOf(id));
    expect(deskOn(folderOf(id))).toBe(deskSheetId);
  });

  test('go to the desk whose words they hold, where two had written into one', async () => {
    const { here, there, id, now, deskOn } = await writtenOver();
    const about = (text: string) => [{ id, fingerprint: `jejak ${text}` }];

    expect((await here.inspect(about('kantor sini'), now())).amiss).toEqual(new Set([id]));
    expect(deskOn(id)).toBeUndefined();
    expect((await there.inspect(about('kantor sana'), now())).amiss).toEqual(new Set());
    expect(deskOn(id)).toBe(other);
  });

  test('are made anew by a desk whose own another one had taken', async () => {
    const { here, there, id, now, textOf } = await writtenOver();
    await there.inspect([{ id, fingerprint: 'jejak kantor sana' }], now());

    expect(await here.look(id)).toBeUndefined();
    const anew = await here.save({ ...ofOffice('kantor sini'), replaces: id });

    expect(anew.id).not.toBe(id);
    expect(textOf(anew.id)).toBe('kantor sini');
    expect(textOf(id)).toBe('kantor sana');
  });
});
