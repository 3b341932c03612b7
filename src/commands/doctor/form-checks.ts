/** Whether people's answers come in: each form is there, asks what is needed, is open, and its answers reach the sheet. */

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { formSettings } from '../../backends/google/form-kinds.ts';
import type { FormDesign } from '../../backends/google/setup/forms/form-design.ts';
import { formDesigns } from '../../backends/google/setup/forms/form-designs.ts';
import { knownForm, missingNeeded, readForm } from '../../backends/google/setup/forms/make-form.ts';
import { isInTrash } from '../../backends/google/sheet/sheet-trash.ts';
import { quotedNames } from '../../core/cases/wording.ts';
import { mayBeThere, openLedgerAt } from '../../ledger/ledger-home.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';
import type { GoogleToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const formChecks = (
  google: GoogleToCheck,
  session: () => SignInUnderTest,
): readonly Check[] =>
  formDesigns.map((design) => ({
    name: `${design.kind} form`,
    needs: ['sign-in'],
    look: async () => {
      const known = await formOf(design, google);
      if (known === false) return { state: 'skipped', what: 'the settings want none' };
      if (known === undefined) {
        return { state: 'skipped', what: 'the settings name none, and setup has made none' };
      }
      const form = await readForm(session().client, known);
      return (await isInTrash(known, session().client))
        ? severityOf(design)(
            'The form lies in the trash.',
            'Restore it in Drive; after 30 days it is gone.',
          )
        : judgeForm(form, { design, google });
    },
  }));

/** As `setup` knows it; the ledger is only looked into. */
const formOf = async (
  design: FormDesign,
  google: GoogleToCheck,
): Promise<string | false | undefined> => {
  const own = google[formSettings[design.kind]];
  const { ledger: where } = google;
  if (own !== undefined || !mayBeThere(where)) return own;
  const memory = await openLedgerAt(where, { readOnly: true });
  try {
    return await knownForm({ design, memory });
  } finally {
    await memory.close();
  }
};

/** Without requests the desk is idle; without the other forms it works, and hears less. */
const severityOf = ({ kind }: FormDesign) => (kind === 'request' ? wrong : warned);

const judgeForm = (
  form: forms_v1.Schema$Form,
  { design, google }: { readonly design: FormDesign; readonly google: GoogleToCheck },
): Diagnosis => {
  const bad = severityOf(design);
  const edit = `https://docs.google.com/forms/d/${form.formId ?? ''}/edit`;
  const missing = missingNeeded(form, design);
  if (missing.length > 0) {
    return bad(
      `The form does not ask for ${quotedNames(missing)}.`,
      `Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, which adds what is missing, or give the questions their titles back: ${edit}`,
    );
  }
  if (form.linkedSheetId !== google.spreadsheet) {
    return bad(
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
        'The form is closed: nobody can send it.',
        `If that is not meant, open ${edit} and publish it, with "Accepting responses" on.`,
      );
};
