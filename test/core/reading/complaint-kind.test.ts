/** Money that was asked for reaches the supervisor, whatever kind of complaint was picked. */
import { expect, test } from 'vitest';
import { complaintKindOf } from '../../../src/core/reading/registers/complaints.ts';

const read = (typed: string | undefined, text: string) => {
  const said: string[] = [];
  const kind = complaintKindOf(typed, {
    text,
    header: 'Jenis',
    problem: (each) => said.push(each),
  });
  return { kind, isAsked: said.some((each) => each.includes('bukan pungutan')) };
};

test.each([
  'Petugas minta uang rokok sebelum alat dipasang.',
  'Kami dimintai biaya transport.',
  'Katanya harus bayar dulu.',
  'Ada pungli!',
  'Diminta membayar operator 200 ribu',
])('"%s" is read as pungutan, and said so', (text) => {
  expect(read('Pengaduan', text)).toEqual({ kind: 'pungutan', isAsked: true });
});

test.each([
  'Suara di ruang rapat kecil sekali.',
  'Terima kasih, tidak ada pungutan apa pun.',
  'Pelayanan baik tanpa dimintai biaya.',
  'Mohon meminta konfirmasi lebih awal.',
  'Anggaran keuangan dibahas di rapat, suaranya putus.',
])('"%s" is a complaint like others', (text) => {
  expect(read('Pengaduan', text)).toEqual({ kind: 'pengaduan', isAsked: false });
});

test.each(['Pungutan', 'pungli', 'dimintai biaya'])(
  '"%s" as its kind is believed, though the text names no money',
  (typed) => {
    expect(read(typed, 'Mohon ditindaklanjuti.')).toEqual({ kind: 'pungutan', isAsked: false });
  },
);

test('staff who say that it is none are believed', () => {
  expect(read('bukan pungutan', 'Ada pungli?')).toEqual({ kind: 'pengaduan', isAsked: false });
});
