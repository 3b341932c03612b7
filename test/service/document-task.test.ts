import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/core/cases/ledger-state.ts';
import { type DocumentTask, isDone, reasonFor, whatToDo } from '../../src/service/document-task.ts';

const wanted = {
  key: 'laporan/VC-2026-0001',
  kind: 'laporan',
  folder: ['Laporan'],
  name: 'VC-2026-0001 Laporan Kegiatan.docx',
  view: {},
  facts: {},
  fingerprint: { whole: 'all', view: 'view', template: 'template' },
  signedOff: false,
  stands: false,
  because: 'Kegiatan telah selesai.',
};
const record: DocumentRecord = {
  key: wanted.key,
  id: 'Laporan/1.docx',
  fingerprint: 'all',
  madeFrom: { view: 'view', template: 'template' },
  contentHash: 'bytes',
  edition: 1,
};
const stored = { id: 'Laporan/1.docx', url: '', title: '', contentHash: 'bytes' };
const settled: DocumentTask = { wanted, record, stored };
const reasonOf = (task: DocumentTask): string => reasonFor(task, whatToDo(task));

describe('the reason why a document is saved', () => {
  test('of a new one is why it should exist', () => {
    expect(reasonOf({ wanted })).toBe('Kegiatan telah selesai.');
  });

  test('of one that is gone says so', () => {
    expect(reasonOf({ wanted, record })).toBe(
      'Berkas sebelumnya tidak ada lagi di tempat penyimpanan.',
    );
  });

  test('names facts or template exactly when they changed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (facts, template) => {
        fc.pre(facts || template);
        const madeFrom = {
          view: facts ? 'other view' : 'view',
          template: template ? 'other template' : 'template',
        };

        const reason = reasonOf({
          ...settled,
          record: { ...record, fingerprint: 'other', madeFrom },
        });

        expect([/isi/i.test(reason), /templat/i.test(reason)]).toEqual([facts, template]);
      }),
    );
  });

  test('owns that it cannot tell the two apart where an earlier version saved the document', () => {
    const { madeFrom: _, ...earlier } = record;

    expect(reasonOf({ ...settled, record: { ...earlier, fingerprint: 'other' } })).toBe(
      'Isi atau templatnya berubah.',
    );
  });

  test('of one that lies beside another says what became of that', () => {
    const changed = {
      ...settled,
      record: {
        ...record,
        fingerprint: 'other',
        madeFrom: { template: 'template', view: 'other view' },
      },
    };
    const edited = { ...stored, contentHash: 'other bytes' };

    expect(reasonOf({ ...changed, stored: { ...edited, editedBy: 'budi' } })).toBe(
      'Isinya berubah. Edisi sebelumnya telah disunting oleh budi dan dibiarkan apa adanya.',
    );
    expect(reasonOf({ ...changed, stored: edited })).toBe(
      'Isinya berubah. Edisi sebelumnya telah disunting dan dibiarkan apa adanya.',
    );
    expect(reasonOf({ ...changed, record: { ...changed.record, signedOff: true } })).toBe(
      'Isinya berubah. Edisi sebelumnya telah disetujui dan dibiarkan apa adanya.',
    );
  });

  test('says that something else lies there than was saved last', () => {
    expect(reasonOf({ ...settled, stored: { ...stored, fingerprint: 'older' } })).toBe(
      'Berkas di tempat penyimpanan bukan yang terakhir disimpan.',
    );
  });
});

describe('a document that says the same and was approved', () => {
  const approved = {
    ...settled,
    wanted: {
      ...wanted,
      signedOff: true,
      fingerprint: { ...wanted.fingerprint, whole: 'all, signed' },
    },
  };

  test('is saved once more as such, and then left alone', () => {
    expect(isDone(settled)).toBe(true);
    expect([isDone(approved), whatToDo(approved), reasonOf(approved)]).toEqual([
      false,
      'renewed',
      'Isinya telah disetujui.',
    ]);
    expect(
      isDone({ ...approved, record: { ...record, fingerprint: 'all, signed', signedOff: true } }),
    ).toBe(true);
  });

  test('gets an edition beside it when the approval is withdrawn', () => {
    const withdrawn = { ...settled, record: { ...record, signedOff: true } };

    expect([isDone(withdrawn), whatToDo(withdrawn)]).toEqual([false, 'edition beside']);
    expect(reasonOf(withdrawn)).toContain('Persetujuan atas isinya ditarik.');
  });
});
