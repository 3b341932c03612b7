import { describe, expect, test } from 'vitest';
import { clientsOf, refusalOf } from '../google-clients.ts';
import { createGoogleDouble } from '../google-double.ts';

const aDouble = () => createGoogleDouble({ now: () => Date.UTC(2026, 10, 2, 1) });

describe('forms', () => {
  test('a form is made empty, then gets its questions in one batch', async () => {
    const { forms } = clientsOf(aDouble());

    const { data: made } = await forms.forms.create({
      requestBody: { info: { title: 'Permohonan', documentTitle: 'Permohonan 2026' } },
    });
    const formId = made.formId ?? '';
    const choice = { type: 'RADIO', options: [{ value: 'Zoom' }, { value: 'Google Meet' }] };
    const { data: answer } = await forms.forms.batchUpdate({
      formId,
      requestBody: {
        includeFormInResponse: true,
        requests: [
          {
            createItem: {
              location: { index: 0 },
              item: {
                title: 'Platform',
                questionItem: { question: { required: true, choiceQuestion: choice } },
              },
            },
          },
          {
            createItem: {
              location: { index: 0 },
              item: { title: 'Nama', questionItem: { question: { textQuestion: {} } } },
            },
          },
          {
            updateFormInfo: {
              info: { description: 'Isi dengan benar' },
              updateMask: 'description',
            },
          },
          {
            updateSettings: {
              settings: { emailCollectionType: 'VERIFIED' },
              updateMask: 'emailCollectionType',
            },
          },
        ],
      },
    });

    expect(answer.replies).toHaveLength(4);
    expect(answer.form?.items?.map((each) => each.title)).toEqual(['Nama', 'Platform']);
    expect(answer.form?.info).toEqual({
      title: 'Permohonan',
      documentTitle: 'Permohonan 2026',
      description: 'Isi dengan benar',
    });
    expect(answer.form?.settings?.emailCollectionType).toBe('VERIFIED');
    expect(answer.form?.responderUri).toMatch(/viewform$/u);
  });

  test('a batch with one bad request changes nothing', async () => {
    const { forms } = clientsOf(aDouble());
    const { data: made } = await forms.forms.create({ requestBody: { info: { title: 'F' } } });
    const formId = made.formId ?? '';
    const item = { title: 'A', questionItem: { question: { textQuestion: {} } } };

    const refusal = await refusalOf(
      forms.forms.batchUpdate({
        formId,
        requestBody: {
          requests: [
            { createItem: { item, location: { index: 0 } } },
            { createItem: { item: { ...item, title: 'dua\nbaris' }, location: { index: 1 } } },
          ],
        },
      }),
    );

    expect(refusal).toMatchObject({
      status: 400,
      message: 'Invalid requests[1]: Displayed text cannot contain newlines',
    });
    expect((await forms.forms.get({ formId })).data.items).toBeUndefined();
  });

  test('only titles may be given when a form is made', async () => {
    const { forms } = clientsOf(aDouble());

    const refusal = await refusalOf(
      forms.forms.create({ requestBody: { info: { title: 'F', description: 'x' } } }),
    );

    expect(refusal).toMatchObject({ status: 400 });
  });

  test('responses are listed, and those since a moment alone', async () => {
    let now = Date.UTC(2026, 10, 2, 1);
    const double = createGoogleDouble({ now: () => now });
    const { forms } = clientsOf(double);
    const formId = double.people.makeForm({
      title: 'F',
      questions: ['Nama'],
      by: 'desk@vicon.example',
    });
    double.people.submitResponse({ formId, answers: { Nama: 'Sari' } });
    now += 60_000;
    const later = double.people.submitResponse({ formId, answers: { Nama: 'Budi' } });

    const { data: all } = await forms.forms.responses.list({ formId });
    const { data: recent } = await forms.forms.responses.list({
      formId,
      filter: 'timestamp > 2026-11-02T01:00:00Z',
    });

    expect(all.responses).toHaveLength(2);
    expect(recent.responses?.map((each) => each.responseId)).toEqual([later]);
  });
});
