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
    double.people.openWithProgram({ fileId: formId });
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

  test('are made unpublished, and take answers of those only who may answer', async () => {
    const double = aDouble();
    double.world.newFormsAreFor = { domain: 'dinas.example' };
    const { drive, forms } = clientsOf(double);
    const { data } = await forms.forms.create({ requestBody: { info: { title: 'F' } } });
    const formId = data.formId ?? '';
    const answer = (as?: string) => () =>
      double.people.submitResponse({ formId, answers: {}, ...(as && { as }) });

    const unpublished = answer('sari@dinas.example');
    expect(unpublished).toThrow(/not been published/u);
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await forms.forms.setPublishSettings({
      formId,
      requestBody: { publishSettings: { publishState } },
    });

    expect(answer()).toThrow(/need permission/u);
    expect(answer('sari@dinas.example')()).toMatch(/^ACYDBN/u);
    const who = { fileId: formId, fields: 'permissions(type,role,view)' };
    const { data: editors } = await drive.permissions.list(who);
    const { data: all } = await drive.permissions.list({
      ...who,
      includePermissionsForView: 'published',
    });
    expect(editors.permissions).toEqual([{ type: 'user', role: 'owner' }]);
    expect(all.permissions).toEqual([
      { type: 'user', role: 'owner' },
      { type: 'domain', role: 'reader', view: 'published' },
    ]);
  });

  test('are opened to anyone by a permission that lets nobody read it', async () => {
    const double = aDouble();
    const { drive, forms } = clientsOf(double);
    const { data } = await forms.forms.create({ requestBody: { info: { title: 'F' } } });
    const formId = data.formId ?? '';
    const stranger = clientsOf(double, { email: 'orang@lain.example', kind: 'user' });

    const responder = { type: 'anyone', role: 'reader', view: 'published' };
    await drive.permissions.create({ fileId: formId, requestBody: responder });

    expect(await refusalOf(stranger.forms.forms.get({ formId }))).toMatchObject({ status: 403 });
  });
});
