/** What setup tells a person to do next on Google, step by step; in English, as on the terminal. */
import type { GoogleConfig } from '../../backends/google/settings.ts';
import type { DeskForm } from '../../backends/google/setup/forms/make-form.ts';
import { privateWindow, respondersInWords } from '../../backends/google/setup/forms/responders.ts';
import type { PreparedSheet } from '../../backends/google/setup/prepare-sheet.ts';

/** What Google wants before a program may sign in. The console's pages go by older names too. */
export const consoleSteps = ({ credentials }: GoogleConfig): readonly string[] => [
  'Open https://console.cloud.google.com/projectcreate and make a project.',
  'APIs & Services → Library: enable Google Sheets API, Google Drive API and Google Forms API; for mail by Gmail also Gmail API.',
  'Google Auth Platform ("OAuth consent screen"): give the app a name. Audience: "Internal" in a Workspace domain; else "External", then "Publish app", because in "Testing" a sign-in ends after 7 days.',
  `Clients ("Credentials") → Create OAuth client, type "Desktop app"; download its JSON file at once (the secret in it is never shown again; lost, add a new one) and save it as ${credentials}`,
  loginStep,
];

export const loginStep =
  'Run: npx layanan-vicon login (with the account that the desk shall work as, the owner of the sheet where there is one; where Google says that it has not verified the app, choose Advanced, then "Go to …")';

/** A service account can be given a sheet, and own none. */
export const sheetByHandStep = (email: string, command: string): string =>
  `A service account owns no storage and so no sheet. Make an empty sheet as a person, share it with ${email} as Editor, and run: ${command} --google ADDRESS-OF-THE-SHEET`;

/** The link between form and sheet, and what people read after sending: both are out of a program's reach. */
export const requestSteps = (
  form: DeskForm | undefined,
  sheet: PreparedSheet,
): readonly string[] => {
  if (form === undefined) return [];
  if (form.isLinkedHere && sheet.hasRequests) return urgentResponders(form);
  return [
    `Open the form: ${form.editAddress}`,
    ...form.notices,
    ...(form.isLinkedHere
      ? [
          'The form is linked to the sheet, but no tab there has its questions any more. Under Responses → ⋮, choose "Unlink form" (Batalkan tautan formulir).',
        ]
      : []),
    linkStep(sheet),
    confirmationStep(form),
    ...respondersSteps(form),
  ];
};

/** The desk works without them, but what people answer there reaches nobody until it is done. */
export const linkInOneStep = (form: DeskForm, sheet: PreparedSheet): string =>
  [
    `The form "${form.design.title}" too: open ${form.editAddress} and link it.`,
    ...form.notices,
    linkStep(sheet),
    confirmationStep(form),
    ...respondersSteps(form),
  ].join(' ');

const linkStep = ({ title, address }: PreparedSheet): string =>
  `Responses (Jawaban) → Link to Sheets (Tautkan ke Spreadsheet) → "Select existing spreadsheet" (Pilih spreadsheet yang ada): choose "${title}" (${address}).`;

const confirmationStep = ({ design }: DeskForm): string =>
  `Settings (Setelan) → Presentation (Presentasi) → Confirmation message (Pesan konfirmasi): put in "${design.confirmation}"`;

const inWords = ({ responders, editAddress, answerAddress }: DeskForm) =>
  respondersInWords(responders, { edit: editAddress, answer: answerAddress });

/** Who can answer, what to click where that is not meant, and how to see it as a requester does. */
const respondersSteps = (form: DeskForm): readonly string[] => {
  const { what, todo } = inWords(form);
  const check = privateWindow(form.answerAddress);
  const steps = [`Who can answer: ${what}. ${todo}`];
  return todo === check ? steps : [...steps, `Then see it as a requester does. ${check}`];
};

/** Without requesters the desk is idle; a list or a domain may be meant. */
const urgentResponders = (form: DeskForm): readonly string[] =>
  isShut(form) ? respondersSteps(form) : [];

const isShut = ({ responders: { kind } }: DeskForm): boolean =>
  kind === 'nobody' || kind === 'unpublished';

/** A desk that was ready before needs no more than a reminder. */
export const nextSteps = ({
  isNew,
  sheet,
  forms,
  linking,
  remarks,
}: {
  readonly isNew: boolean;
  readonly sheet: PreparedSheet;
  readonly forms: readonly DeskForm[];
  /** What is left to do about the other forms. */
  readonly linking: readonly string[];
  readonly remarks: readonly string[];
}): readonly string[] => [
  ...(isNew
    ? [
        `In the sheet (${sheet.address}), fill the tabs Petugas, Peralatan, Akun Zoom and Pengaturan; the tab Panduan explains every column.`,
      ]
    : []),
  ...forms.flatMap((form) => {
    const whoever = form.design.goesTo;
    const send = whoever === undefined ? [] : [`Send ${whoever} to ${form.answerAddress}`];
    const isOpen = form.responders.kind === 'anyone' && !isNew;
    return isOpen
      ? send
      : [
          ...send,
          ...respondersSteps(form).map((step) => `The form "${form.design.title}". ${step}`),
        ];
  }),
  ...linking,
  ...(isNew ? remarks : []),
  'Check everything: npx layanan-vicon doctor',
  ...(isNew ? ['Begin: npx layanan-vicon run'] : []),
];
