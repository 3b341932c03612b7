import { describe, expect, test } from 'vitest';
import type { RequestCells } from '../../../src/core/reading/read-answers.ts';
import { readRequest } from '../../../src/core/reading/read-request.ts';
import { someSettings, timeZone } from '../../support/builders.ts';

const ordinary: RequestCells = {
  submittedAt: 46_342.375,
  email: 'rahmat@bappeda.test',
  requesterName: 'Rahmat Pakaya, S.Sos.',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Koordinasi Perencanaan',
  startDay: 46_349,
  startTime: 0.375,
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
};

const read = (cells: RequestCells) =>
  readRequest({
    cells: { ...ordinary, ...cells },
    row: 2,
    timeZone,
    settings: someSettings({ institutions: [{ name: 'Bappeda', spellings: [] }] }),
  });

describe('a cell that shows the error of a formula', () => {
  test.each(['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#ERROR!', ' #REF! ', 'Loading...'])(
    'is asked about and never taken for an answer: %s',
    (shown) => {
      const { answers, findings } = read({ event: shown, place: shown });

      expect(answers.event).toBeUndefined();
      expect(answers.place).toBeUndefined();
      expect(findings.filter(({ field }) => field === 'Nama Kegiatan')).toEqual([
        {
          kind: 'defect',
          field: 'Nama Kegiatan',
          text: `Nama Kegiatan menampilkan galat rumus "${shown.trim()}". Perbaiki rumusnya atau ketik isinya.`,
        },
      ]);
    },
  );

  test('is a question where an answer may be left out, and said once', () => {
    expect(read({ notes: '#REF!' }).findings).toEqual([
      expect.objectContaining({ kind: 'question', field: 'Catatan Pemohon' }),
    ]);
  });

  test('is only told of where staff write', () => {
    expect(read({ attended: '#N/A' }).findings).toEqual([
      expect.objectContaining({ kind: 'warning', field: 'Peserta Hadir' }),
    ]);
  });

  test('is no such one when a person wrote about it', () => {
    expect(read({ event: 'Rapat membahas #REF! di lembar' }).findings).toEqual([]);
  });
});
