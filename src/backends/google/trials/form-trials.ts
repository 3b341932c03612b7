/** What becomes of a form that a program makes. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { readForm } from '../setup/forms/make-form.ts';
import { judged, shown, type Trial } from './trial.ts';
import type { Workshop } from './workshop.ts';

const publish = async (shop: Workshop, formId: string): Promise<void> => {
  const { forms } = await shop.client.forms();
  const publishState = { isPublished: true, isAcceptingResponses: true };
  const requestBody = { publishSettings: { publishState } };
  await shop.client.send(
    { what: 'publish the trial form', kind: 'write', repeatable: true, subject: 'form' },
    (sending) => forms.setPublishSettings({ formId, requestBody }, sending),
  );
};

const aQuestion: forms_v1.Schema$Request = {
  createItem: {
    item: { title: 'Nama', questionItem: { question: { textQuestion: {} } } },
    location: { index: 0 },
  },
};

export const formTrials: readonly Trial[] = [
  {
    name: 'form-unpublished',
    belief: 'A form that a program makes is not published and linked to no sheet.',
    run: async (shop) => {
      const { publishSettings, linkedSheetId } = await shop.form();
      const { isPublished = false } = publishSettings?.publishState ?? {};
      return judged(
        publishSettings !== undefined && isPublished !== true && !linkedSheetId,
        publishSettings === undefined
          ? 'it says nothing of being published'
          : `it is ${isPublished ? '' : 'not '}published and linked to ${linkedSheetId ? 'a' : 'no'} sheet`,
      );
    },
  },
  {
    name: 'form-published',
    belief: 'A program can publish its form and open it for answers.',
    run: async (shop) => {
      const { formId = '' } = await shop.form();
      await publish(shop, formId ?? '');
      const { publishSettings } = await readForm(shop.client, formId ?? '');
      const { isPublished, isAcceptingResponses } = publishSettings?.publishState ?? {};
      return judged(
        isPublished === true && isAcceptingResponses === true,
        `published: ${shown(isPublished)}, takes answers: ${shown(isAcceptingResponses)}`,
      );
    },
  },
  {
    name: 'responders-told',
    belief:
      'Who may answer a published form is a permission of the view "published", anyone among them.',
    run: async (shop) => {
      const { formId: fileId = '' } = await shop.form();
      if (!fileId) return judged(false, 'the form came without an id');
      await publish(shop, fileId);
      const drive = await shop.client.drive();
      const { permissions = [] } = await shop.client.send(
        { what: 'list responders', kind: 'read', repeatable: true, subject: 'form' },
        (sending) =>
          drive.permissions.list(
            {
              fileId,
              includePermissionsForView: 'published',
              fields: 'permissions(type,role,view)',
              supportsAllDrives: true,
            },
            sending,
          ),
      );
      const seen = permissions
        .filter(({ view }) => view === 'published')
        .map(({ type, role }) => `${type} ${role}`);
      return judged(
        seen.some((each) => each.startsWith('anyone')),
        `of that view it lists ${shown(seen)}`,
      );
    },
  },
  {
    name: 'form-answers-with-itself',
    belief: 'A change of a form answers with the form as it stands then, each question with an id.',
    run: async (shop) => {
      const { formId = '' } = await shop.form();
      const { forms } = await shop.client.forms();
      const requestBody = { requests: [aQuestion], includeFormInResponse: true };
      const { form } = await shop.client.send(
        { what: 'add a question', kind: 'write', repeatable: false, subject: 'form' },
        (sending) => forms.batchUpdate({ formId: formId ?? '', requestBody }, sending),
      );
      const id = form?.items?.[0]?.questionItem?.question?.questionId;
      return judged(!!id, id ? 'the question has an id' : 'the question came without an id');
    },
  },
  {
    name: 'form-seen-in-drive',
    belief: 'Drive shows a form of this program to it, and lets it put a note on it.',
    run: async (shop) => {
      // The note was put on it when it was made.
      const { formId = '' } = await shop.form();
      const { appProperties } = await shop.file(formId ?? '', 'appProperties');
      return judged(appProperties != null, `the note reads ${shown(appProperties ?? undefined)}`);
    },
  },
];
