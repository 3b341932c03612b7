import { describe, expect, test } from 'vitest';
import {
  linkedTabIn,
  requestTabIn,
  unreadAnswers,
} from '../../../../../src/backends/google/setup/forms/answer-tabs.ts';
import { complaintTab } from '../../../../../src/core/columns/complaint-tab.ts';

const asked = complaintTab.columns
  .filter(({ owner }) => owner === 'form')
  .map(({ header }) => header);
const all = complaintTab.columns.map(({ header }) => header);
const aTab = (name: string, headers: readonly string[]) => ({ name, rows: [headers] });

describe('the tab that a linked form made', () => {
  test('has the questions of the form in any order, and others that the office asks', () => {
    const linked = aTab('Respons Formulir 2', [...asked.toReversed(), 'Foto']);

    expect(linkedTabIn([aTab('Pengaduan', all), linked], complaintTab)).toBe(linked);
  });

  test.each([
    ['a copy of the tab that is read', aTab('Salinan Pengaduan', all)],
    ['a tab that lacks a question', aTab('Respons Formulir 2', asked.slice(1))],
    ['the tab that is read itself', aTab('Pengaduan', asked)],
    ['a tab whose headers stand lower', { name: 'Arsip', rows: [['2026'], asked] }],
  ])('is not %s', (_, tab) => {
    expect(linkedTabIn([tab], complaintTab)).toBeUndefined();
  });

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
