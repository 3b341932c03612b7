import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/core/cases/request.ts';
import { limitDisclosure } from '../../../src/core/rules/limit-disclosure.ts';
import { aCase, aSituation } from '../../support/builders.ts';

const judged = (answers: Partial<Answers>) =>
  limitDisclosure([aCase({ answers })], aSituation()).get('VC-2026-0001');
const event = 'Rapat Koordinasi Perencanaan';

describe('limit disclosure', () => {
  test('prints everything of an ordinary event', () => {
    expect(judged({ sensitivity: 'biasa', streaming: true })).toEqual({
      decided: { disclosure: { publicTopic: event, mayPrintLink: true, mayPrintRecording: true } },
    });
  });

  test('keeps link and recording of a restricted event back, and prints its topic', () => {
    expect(judged({ sensitivity: 'terbatas' })?.decided?.disclosure).toEqual({
      publicTopic: event,
      mayPrintLink: false,
      mayPrintRecording: false,
    });
  });

  test('keeps even the topic of a confidential event back', () => {
    expect(judged({ sensitivity: 'rahasia' })?.decided?.disclosure).toEqual({
      publicTopic: 'Kegiatan rahasia',
      mayPrintLink: false,
      mayPrintRecording: false,
    });
  });

  test('asks whether a confidential event is really to be streamed, without naming it', () => {
    const [finding] = judged({ sensitivity: 'rahasia', streaming: true })?.findings ?? [];

    expect(finding).toMatchObject({ kind: 'warning', field: 'Siaran Langsung' });
    expect(finding?.text).not.toContain(event);
  });
});
