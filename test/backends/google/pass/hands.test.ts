import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import type { DriveFile } from '../../../google-double/drive/model.ts';
import { bytesOf } from '../drive/a-drive-desk.ts';
import { anOffice, type Office, sheetId } from './office.ts';

const theirs = 'kata staf';
const letter = 'Surat Tugas';

describe('documents under people’s hands in Drive', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    // The account may read what people put into Drive; it changes only what this program made.
    office.double.world.drive.sees = 'everything';
    office.double.world.drive.changes = 'own files';
  });
  afterEach(() => office.remove());

  const confirmed = async (events: readonly string[]): Promise<void> => {
    events.forEach((event, index) => {
      office.submit(event, { 'Tanggal Mulai': `0${index + 1}/12/2026` }, `p${index}@bappeda.test`);
    });
    office.setClock('2026-11-24T08:05:00+08:00');
    for (const event of events) office.type(event, 'confirmed', '✓');
    await office.done();
    await office.done();
  };

  const files = (): readonly DriveFile[] => [...office.double.world.files.values()];

  /** The letter that the row of an event leads to. */
  const linked = (event: string): DriveFile => {
    const rows = office.double.world.spreadsheets
      .get(sheetId)
      ?.sheets.find(({ properties }) => properties.title === requestTab.name)?.rows;
    const column = rows?.[0]?.findIndex((cell) => cell?.userEnteredValue?.stringValue === letter);
    const row = rows?.find((cells) =>
      cells?.some((cell) => cell?.userEnteredValue?.stringValue === event),
    );
    const uri = row?.[column ?? -1]?.textFormatRuns?.[0]?.format?.link?.uri ?? '';
    const file = files().find(({ id }) => uri.includes(id));
    if (file === undefined) throw new Error(`The cell of ${event} leads nowhere: "${uri}".`);
    return file;
  };

  /** The letters of an event that do not lie in the trash. */
  const lettersOf = (event: string) =>
    files().filter(
      ({ trashed, name }) => !trashed && name.includes(letter) && name.includes(event),
    );

  const textOf = (id: string) =>
    Buffer.from(files().find((file) => file.id === id)?.content ?? []).toString();

  const at = async (clock: string): Promise<void> => {
    office.setClock(`2026-11-24T${clock}:00+08:00`);
    await office.done();
  };

  /** What people do to a letter; the id of the file that is the letter from then on comes back. */
  const deeds: Readonly<Record<string, (fileId: string, name: string) => string>> = {
    'Rapat Word': (fileId) => office.people.saveInWord({ fileId, base64: bytesOf(theirs) }),
    'Rapat Sementara': (fileId) =>
      office.people.saveInWord({ fileId, base64: bytesOf(theirs), leaves: '~WRL0003.tmp' }),
    'Rapat Nama': (fileId) => {
      office.people.renameFile({ fileId, name: 'Surat Tugas Rapat Nama Bu Rina.docx' });
      return office.people.saveInWord({ fileId, base64: bytesOf(theirs) });
    },
    'Rapat Pindah': (fileId) => {
      const to = office.people.makeFolder({ name: 'Arsip' });
      office.people.shareFile({ fileId: to, with: 'desk@vicon.example' });
      office.people.moveFile({ fileId, to });
      return office.people.saveInWord({ fileId, base64: bytesOf(theirs) });
    },
    'Rapat Docs': (fileId) => {
      const id = office.people.convertToDocs({ fileId });
      office.people.trashFile({ fileId });
      return id;
    },
    'Rapat Salinan': (fileId, name) => {
      const id = office.people.makeCopy({ fileId, name });
      office.people.trashFile({ fileId });
      return id;
    },
    'Rapat Peramban': (fileId) => {
      office.people.replaceContent({ fileId, base64: bytesOf(theirs) });
      return fileId;
    },
  };

  test('are followed wherever they were saved anew, never written over, and never doubled', async () => {
    const events = Object.keys(deeds);
    await confirmed(events);
    const ids = new Map(
      Object.entries(deeds).map(([event, deed]) => {
        const { id, name } = linked(event);
        return [event, deed(id, name)];
      }),
    );
    const held = new Map([...ids.values()].map((id) => [id, textOf(id)]));

    await at('10:00');
    for (const [event, id] of ids) {
      expect(linked(event).id, event).toBe(id);
      expect(lettersOf(event), event).toHaveLength(1);
    }
    expect((await office.done()).idle).toBe(true);

    for (const event of events) office.type(event, 'institution', 'Dinas Lain');
    await at('10:20');
    for (const [event, id] of ids) {
      expect(textOf(id), event).toBe(held.get(id));
      expect(linked(event).name, event).toContain('(pembaruan 2)');
      expect(lettersOf(event), event).toHaveLength(2);
    }
    expect((await office.done()).idle).toBe(true);
  });

  test('stay where somebody saves in the moment of our upload, and the next edition lies beside', async () => {
    await confirmed(['Rapat A']);
    const { id: fileId } = linked('Rapat A');
    office.type('Rapat A', 'institution', 'Dinas Lain');
    const deed = () => office.people.replaceContent({ fileId, base64: bytesOf(theirs) });

    await office.done({ meanwhile: [{ at: { call: 'upload', when: 'before' }, deed }] });
    await office.done();

    expect(textOf(fileId)).toBe(theirs);
    expect(linked('Rapat A').name).toContain('(pembaruan 2)');
    expect((await office.done()).idle).toBe(true);
  });

  test('leave a copy alone that somebody keeps, also when the first was thrown away', async () => {
    await confirmed(['Rapat A']);
    const { id: fileId } = linked('Rapat A');
    const copy = office.people.makeCopy({ fileId, name: 'Simpanan Bu Rina.docx' });
    const kept = textOf(copy);
    office.people.trashFile({ fileId });

    office.type('Rapat A', 'institution', 'Dinas Lain');
    await at('10:00');

    expect(textOf(copy)).toBe(kept);
    expect(linked('Rapat A').id).not.toBe(copy);
    expect(lettersOf('Rapat A')).toHaveLength(1);
    expect((await office.done()).idle).toBe(true);
  });
});
