import { describe, expect, test } from 'vitest';
import {
  requestTabIn,
  unreadAnswers,
} from '../../../../../src/backends/google/setup/forms/answer-tabs.ts';
import { complaintTab } from '../../../../../src/core/columns/complaint-tab.ts';
import { answersOf } from '../../../../../src/core/columns/linked-tabs.ts';

const asked = answersOf(complaintTab).columns.map(({ header }) => header);
const all = complaintTab.columns.map(({ header }) => header);
const aTab = (name: string, headers: readonly string[]) => ({ name, rows: [headers] });

describe('the tab of another form', () => {
  test('is never taken for that of requests, though Google numbers whichever is linked first as 1', () => {
    expect(requestTabIn([aTab('Form Responses 1', asked)])).toBeUndefined();
  });

  test('is told of as long as the service reads another one', () => {
    const linked = aTab('Respons Formulir 2', asked);

    expect(unreadAnswers([aTab('Pengaduan', all), linked])).toEqual([
      {
        what: 'The answers of a form come into the tab Respons Formulir 2, but the service reads Pengaduan.',
        todo: expect.stringMatching(/setup --dir FOLDER/),
      },
    ]);
    expect(unreadAnswers([aTab('Pengaduan', all)])).toEqual([]);
  });
});
