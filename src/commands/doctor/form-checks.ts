/** Whether requests can come in: the form is there, asks what is needed, is open, and its answers reach the sheet. */

import { existsSync } from 'node:fs';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { knownForm, missingNeeded, readForm } from '../../backends/google/setup/request-form.ts';
import { isInTrash } from '../../backends/google/sheet/sheet-trash.ts';
import { quotedNames } from '../../core/cases/wording.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';
import type { GoogleToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const formChecks = (
  google: GoogleToCheck,
  session: () => SignInUnderTest,
): readonly Check[] => [
  {
    name: 'request form',
    needs: ['sign-in'],
    look: async () => {
      const formId = await formOf(google);
      if (formId === undefined) {
        return { state: 'skipped', what: 'the settings name none, and setup has made none' };
      }
      const form = await readForm(session().client, formId);
      return (await isInTrash(formId, session().client))
        ? wrong('The form lies in the trash.', 'Restore it in Drive; after 30 days it is gone.')
        : judgeForm(form, google);
    },
  },
];

/** As `setup` knows it; the ledger is only looked into. */
const formOf = async ({ form, ledger: path }: GoogleToCheck): Promise<string | undefined> => {
  if (form !== undefined || !existsSync(path)) return form;
  const memory = await openLedger({ path, desk: 'desk', readOnly: true });
  try {
    return await knownForm({ memory });
  } finally {
    await memory.close();
  }
};

const judgeForm = (form: forms_v1.Schema$Form, { spreadsheet }: GoogleToCheck): Diagnosis => {
  const edit = `https://docs.google.com/forms/d/${form.formId ?? ''}/edit`;
  const missing = missingNeeded(form);
  if (missing.length > 0) {
    return wrong(
      `The form does not ask for ${quotedNames(missing)}.`,
      `Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, which adds what is missing, or give the questions their titles back: ${edit}`,
    );
  }
  if (form.linkedSheetId !== spreadsheet) {
    return wrong(
      form.linkedSheetId
        ? 'The answers of the form go into another sheet.'
        : 'The form is linked to no sheet, so its answers reach nobody.',
      `Open ${edit}, Responses → ${form.linkedSheetId ? 'Unlink form, then ' : ''}Link to Sheets → "Select existing spreadsheet", and choose the sheet of the settings; then run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings.`,
    );
  }
  const { isPublished, isAcceptingResponses } = form.publishSettings?.publishState ?? {};
  const isOpen = form.publishSettings === undefined || (isPublished && isAcceptingResponses);
  return isOpen
    ? right()
    : warned(
        'The form is closed: nobody can send a request.',
        `If that is not meant, open ${edit} and publish it, with "Accepting responses" on.`,
      );
};
