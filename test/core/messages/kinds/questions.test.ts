import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/cases/request.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { questions } from '../../../../src/core/messages/kinds/questions.ts';
import { aCase, aRequest, instant } from '../../../support/builders.ts';
import { lookAt, toldBy } from '../../../support/messages.ts';

const place: Finding = {
  kind: 'defect',
  field: 'Tempat Kegiatan',
  text: 'Tempat Kegiatan belum diisi. Tulis ruangan dan gedung tempat kegiatan.',
};
const hour: Finding = {
  kind: 'question',
  field: 'Jam Mulai',
  text: 'Jam Mulai "2" bisa berarti pukul 02.00 atau 14.00. Tulis 02.00 atau 14.00.',
};
const received = { kind: 'received', at: instant('2026-11-16T09:00') } as const;

const lacking = (findings: readonly Finding[], rest: Partial<Case> = {}): Case =>
  aCase({ request: aRequest({ findings }), moments: [received], ...rest });

const asked = (...args: Parameters<typeof lookAt>) => questions.wants(lookAt(...args));

test('everything is asked at once, with how to mend it and until when', () => {
  expect(asked([lacking([place, hour])])[0]?.view).toMatchObject({
    hal: [
      { isian: 'Tempat Kegiatan', soal: place.text },
      { isian: 'Jam Mulai', soal: hour.text },
    ],
    batas: 'Minggu, 22 November 2026 pukul 08.00 WITA',
    segera: false,
  });
});

test('what is only worth a look is not asked', () => {
  expect(asked([lacking([{ ...place, kind: 'warning' }])])).toEqual([]);
});

test('that some of it was mended is no news, that something else is wrong is', () => {
  const told = toldBy(lookAt([lacking([place, hour])]), questions);
  const later = { told, now: '2026-11-17T11:00' };

  expect(asked([lacking([place])], later)).toEqual([]);
  expect(questions.holds?.(lookAt([lacking([place])], later))).toHaveLength(1);
  expect(
    asked([lacking([{ ...place, text: 'Tempat Kegiatan "x" belum jelas.' }])], later),
  ).toHaveLength(1);
});

test('what was whole in between is asked about again', () => {
  const told = toldBy(lookAt([lacking([place])]), questions);
  const again = lacking([place], {
    moments: [received, { kind: 'incomplete', at: instant('2026-11-18T09:00') }],
  });

  expect(asked([again], { told, now: '2026-11-18T09:00' })).toHaveLength(1);
});

test('words for staff about rows are left to them', () => {
  const noise: Finding = {
    kind: 'question',
    field: 'Instansi / Perangkat Daerah',
    text: 'Instansi "asdf" bukan nama instansi. Tulis nama instansi pemohon; bila baris ini hanya uji coba, hapus barisnya.',
  };

  expect(asked([lacking([noise])])[0]?.view['hal']).toEqual([
    {
      isian: 'Instansi / Perangkat Daerah',
      soal: 'Instansi "asdf" bukan nama instansi. Tulis nama instansi pemohon.',
    },
  ]);
});

test('of a confidential event nothing that was typed is repeated', () => {
  const subject = aCase({
    request: aRequest({ answers: { sensitivity: 'rahasia' }, findings: [hour] }),
    moments: [received],
  });
  const [message] = asked([subject]);

  expect(message?.view['tertutup']).toBe(true);
  expect(message?.view['hal']).toEqual([
    {
      isian: 'Jam Mulai',
      soal: 'Jam Mulai: belum lengkap atau belum jelas; mohon disampaikan melalui telepon.',
    },
  ]);
});

test('the link that another office has to give is asked for, and holds nothing up', () => {
  const hosted = aCase({ answers: { hostedElsewhere: true }, moments: [received] });

  expect(asked([hosted])[0]?.view).toMatchObject({ menghambat: false });
});

test('who filed the form again is not asked about the first one any more', () => {
  const again = aCase({
    ticket: 'VC-2026-0002',
    answers: { submittedAt: instant('2026-11-16T12:00') },
    moments: [{ kind: 'received', at: instant('2026-11-16T12:00') }],
  });

  expect(asked([lacking([place]), again])).toEqual([]);
});

test('what staff confirmed as it is, and what has begun, is not asked about', () => {
  const confirmed = aCase({
    request: aRequest({ staff: { confirmed: { kind: 'ticked' } }, findings: [place] }),
    moments: [received, { kind: 'confirmed', at: instant('2026-11-17T08:00') }],
  });

  expect(asked([confirmed])).toEqual([]);
  expect(asked([lacking([place])], { now: '2026-11-23T09:00' })).toEqual([]);
});
