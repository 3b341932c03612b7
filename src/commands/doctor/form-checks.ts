/** Whether people's answers come in: each form is there, asks what is needed, is open, and its answers reach the sheet. */

import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { GoogleError } from '../../backends/google/client/errors.ts';
import type { GoogleClient } from '../../backends/google/client/google-client.ts';
import { formSettings } from '../../backends/google/form-kinds.ts';
import type { FormDesign } from '../../backends/google/setup/forms/form-design.ts';
import { formDesigns } from '../../backends/google/setup/forms/form-designs.ts';
import {
  addressesOf,
  formGone,
  knownForm,
  missingNeeded,
  readForm,
} from '../../backends/google/setup/forms/make-form.ts';
import { readResponders, respondersInWords } from '../../backends/google/setup/forms/responders.ts';
import { isInTrash } from '../../backends/google/sheet/sheet-trash.ts';
import { quotedNames } from '../../core/cases/wording.ts';
import { mayBeThere, openLedgerAt } from '../../ledger/ledger-home.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';
import type { GoogleDeskToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const formChecks = (
  google: GoogleDeskToCheck,
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
      const { client } = session();
      const form = await readForm(client, known).catch(orHidden);
      if (form === undefined && google[formSettings[design.kind]] !== undefined) {
        return hiddenForm(design);
      }
      if (form === undefined) throw formGone(design);
      return (await isInTrash(known, client))
        ? severityOf(design)(
            'The form lies in the trash.',
            'Restore it in Drive; after 30 days it is gone.',
          )
        : judgeForm(form, { design, google, client });
    },
  }));

const orHidden = (error: unknown): undefined => {
  if (error instanceof GoogleError && error.code === 'form-not-found') return undefined;
  throw error;
};

/** As `setup` knows it; the ledger is only looked into. */
const formOf = async (
  design: FormDesign,
  google: GoogleDeskToCheck,
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

const judgeForm = async (
  form: forms_v1.Schema$Form,
  {
    design,
    google,
    client,
  }: {
    readonly design: FormDesign;
    readonly google: GoogleDeskToCheck;
    readonly client: GoogleClient;
  },
): Promise<Diagnosis> => {
  const bad = severityOf(design);
  const { edit, answer } = addressesOf(form);
  if (form.linkedSheetId !== google.spreadsheet) {
    return bad(
      form.linkedSheetId
        ? 'The answers of the form go into another sheet.'
        : 'The form is linked to no sheet, so its answers reach nobody.',
      `Open ${edit}, Responses (Jawaban) → ${form.linkedSheetId ? 'Unlink form (Batalkan tautan formulir), then ' : ''}Link to Sheets (Tautkan ke Spreadsheet) → "Select existing spreadsheet" (Pilih spreadsheet yang ada), and choose the sheet of the settings; then run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings.`,
    );
  }
  const missing = missingNeeded(form, design);
  if (missing.length > 0) {
    return bad(
      `The form does not ask for ${quotedNames(missing)}.`,
      `Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, which adds what is missing, or give the questions their titles back: ${edit}`,
    );
  }
  const responders = await readResponders(client, form);
  const { what, todo } = respondersInWords(responders, { edit, answer });
  const sentence = `The form is there, but ${what}.`;
  switch (responders.kind) {
    case 'anyone':
    case 'untold':
      return right(what);
    case 'domain':
    case 'listed':
    case 'closed':
      return warned(sentence, todo);
    case 'nobody':
    case 'unpublished':
      return bad(sentence, todo);
  }
};

/**
 * Of a form that the settings name, nobody can tell a wrong address from one that Google hides from this program: it shows
 * those that the program made, and no others.
 */
const hiddenForm = ({ kind }: FormDesign): Diagnosis => {
  const setting = `google.${formSettings[kind]}`;
  return warned(
    `Google shows the form that the settings name ("${setting}") to this program not at all: it was made by hand, or the address is wrong. Whether it asks everything, fills the sheet and takes answers cannot be seen.`,
    `Check it by hand: linked to the sheet of the settings, and open in a private window. Or take "${setting}" out of the settings, and setup makes a form that can be seen.`,
  );
};
