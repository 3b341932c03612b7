import { describe, expect, test } from 'vitest';
import type { PhotosSeen, TicketPhotos } from '../../../src/core/cases/photos.ts';
import type { Answers, StaffFacts } from '../../../src/core/cases/request.ts';
import { gatherPhotos } from '../../../src/core/rules/gather-photos.ts';
import { aCase, aDesk, aSignature, aSituation, instant } from '../../support/builders.ts';

const ticket = 'VC-2026-0001';
const photo = { id: 'a', name: 'a.jpg', size: 10, mark: 'isi a' };
const seen = (photos?: TicketPhotos): PhotosSeen => ({
  kind: 'seen',
  of: new Map(photos ? [[ticket, photos]] : []),
  waiting: new Set(),
  folders: new Set(),
});
const judged = (
  photos: PhotosSeen | undefined,
  {
    answers = {},
    staff = {},
    state,
    now = '2026-11-23T12:00',
    prints = false,
  }: {
    readonly answers?: Partial<Answers>;
    readonly staff?: Partial<StaffFacts>;
    readonly state?: 'Ditutup' | 'Dibatalkan';
    readonly now?: string;
    readonly prints?: boolean;
  } = {},
) => {
  const desk = aDesk({});
  const settings = { ...desk.settings, printsConfidentialPhotos: prints };
  const subject = aCase({
    answers,
    staff: { confirmed: { kind: 'at', at: instant('2026-11-16T12:00') }, ...staff },
    handMade: state ? { state } : {},
  });
  const situation = {
    ...aSituation({ now, desk: { ...desk, settings } }),
    ...(photos && { photos }),
  };
  const judgement = gatherPhotos([subject], situation).get(subject.ticket);
  return {
    photos: judgement?.decided?.photos,
    told: (judgement?.findings ?? []).map(({ text }) => text),
  };
};

describe('gather photos', () => {
  test('asks for photos from the end of the event, once, and names the folder', () => {
    expect(judged(seen()).told).toEqual([
      'Foto kegiatan belum ada: letakkan di folder Dokumentasi/VC-2026-0001.',
    ]);
    expect(judged(seen(), { now: '2026-11-23T09:30' }).told).toEqual([]);
  });

  test('asks no more once the report was approved or the event closed or called off', () => {
    const approvedBy = aSignature('Contoh Kepala');

    expect(judged(seen(), { staff: { approvedBy } }).told).toEqual([]);
    expect(judged(seen(), { state: 'Ditutup' }).told).toEqual([]);
    expect(judged(seen(), { state: 'Dibatalkan' }).photos).toBeUndefined();
  });

  test('has nothing to say where the store shows no photos at all', () => {
    expect(judged(undefined)).toEqual({ photos: undefined, told: [] });
  });

  test('knows nothing while the folder cannot be seen or its photos were not looked into', () => {
    const waiting = { ...seen({ printed: [photo], left: [] }), waiting: new Set([ticket]) };

    expect(judged({ kind: 'unseen' })).toEqual({ photos: { kind: 'unseen' }, told: [] });
    expect(judged(waiting as PhotosSeen).photos).toEqual({ kind: 'unseen' });
  });

  test('prints what lies there, and names what it leaves out instead of asking for more', () => {
    const { photos, told } = judged(
      seen({ printed: [photo], left: [{ name: 'b.heic', why: 'heic' }] }),
    );

    expect(photos).toMatchObject({ kind: 'seen', printed: [photo], isAsked: false });
    expect(told).toEqual([expect.stringContaining('"b.heic"')]);
  });

  test('keeps photos of confidential events out, and neither asks for them', () => {
    for (const sensitivity of ['terbatas', 'rahasia'] as const) {
      const lying = seen({ printed: [photo], left: [] });

      expect(judged(seen(), { answers: { sensitivity } }).told).toEqual([]);
      expect(judged(lying, { answers: { sensitivity } }).photos).toMatchObject({ printed: [] });
      expect(judged(lying, { answers: { sensitivity } }).told[0]).toContain(
        `karena kegiatan bersifat ${sensitivity}`,
      );
      expect(judged(lying, { answers: { sensitivity }, prints: true }).photos).toMatchObject({
        printed: [photo],
      });
    }
  });
});
