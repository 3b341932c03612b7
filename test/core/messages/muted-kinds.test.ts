import { expect, test } from 'vitest';
import { mutedNotices, toldKinds } from '../../../src/core/messages/muted-kinds.ts';

const kinds = [{ title: 'Tanda terima' }, { title: 'Pengingat' }];

test('a kind named in Pengaturan is not told, however it is spelled', () => {
  expect(toldKinds(kinds, { mutedMessages: ['tanda  TERIMA'] })).toEqual([{ title: 'Pengingat' }]);
});

test('a name that turns nothing off is said, with those there are', () => {
  expect(mutedNotices(kinds, { mutedMessages: ['Pengingat', 'kwitansi'] })).toEqual([
    'Pengaturan, Pesan yang Dimatikan: "kwitansi" bukan jenis pesan, jadi tidak mematikan apa pun. Yang ada: Tanda terima; Pengingat.',
  ]);
  expect(mutedNotices([], { mutedMessages: ['Pengingat'] })).toEqual([]);
});
