import { describe, expect, test } from 'vitest';
import { complaintTab } from '../../../src/core/columns/complaint-tab.ts';
import { answersOf } from '../../../src/core/columns/linked-tabs.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { unreadAnswerNotices } from '../../../src/core/overview/unread-answers.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';

const asked = (name: string, tab: Tab) => ({
  name,
  rows: [answersOf(tab).columns.map(({ header }) => header)],
});
const whole = (tab: Tab) => ({ name: tab.name, rows: [tab.columns.map(({ header }) => header)] });

describe('answers that nobody reads', () => {
  test('are told of where a form writes beside the tab that is read', () => {
    const tabs = [
      whole(requestTab),
      whole(complaintTab),
      asked('Respons Formulir 2', complaintTab),
      asked('Respons Formulir 3', requestTab),
    ];

    expect(unreadAnswerNotices({ tabs })).toEqual([
      'Jawaban formulir masuk ke lembar Respons Formulir 2, padahal layanan membaca lembar Pengaduan; jawaban itu belum dibaca. Minta pengelola layanan menjalankan setup sekali lagi.',
      expect.stringMatching(/lembar Respons Formulir 3, padahal layanan membaca lembar Permohonan/),
    ]);
  });

  test('are none where each form fills the tab that is read', () => {
    expect(unreadAnswerNotices({ tabs: [whole(requestTab), whole(complaintTab)] })).toEqual([]);
    expect(unreadAnswerNotices({ tabs: [asked('Respons Formulir 1', requestTab)] })).toEqual([]);
  });
});
