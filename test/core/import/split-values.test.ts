import { expect, test } from 'vitest';
import { splitContact, splitMeeting } from '../../../src/core/import/split-values.ts';

test.each([
  ['939 4964 2226', '', ''],
  ['ID: 939 4964 2226; Pass: 886258', '886258', ''],
  ['939 4964 2226 / vicon8', 'vicon8', ''],
  ['939 4964 2226 (vicon8)', 'vicon8', ''],
  ['939 4964 2226\nPasscode: 886258; akun Bidang', '886258', 'akun Bidang'],
  ['Pass: 886258 (host Rina)', '', 'Pass: 886258 (host Rina)'],
  ['939 4964 2226 (akun Bidang Satu)', '', 'akun Bidang Satu'],
  ['939 4964 2226 / 943 1213 0363', '', '943 1213 0363'],
])('the meeting in "%s" has the passcode "%s", and "%s" is kept', (text, passcode, rest) => {
  expect(splitMeeting(text)).toEqual({
    id: text.includes('939') ? '939 4964 2226' : '',
    passcode,
    rest,
  });
});

test.each([
  'Rina (081200000001)',
  'Rina / 081200000001',
  '081200000001 a.n. Rina',
  '(Rina) 081200000001',
])('whoever is behind "%s" has a name without what stood around the number', (text) => {
  expect(splitContact(text).name.replaceAll(/[()]/g, '')).toBe('Rina');
  expect(splitContact('Rina (081200000001)')).toEqual({ name: 'Rina', phone: '081200000001' });
});
