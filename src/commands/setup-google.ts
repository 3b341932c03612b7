/** The command that makes or completes the desk on Google. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import { type FormKind, formSettings } from '../backends/google/form-kinds.ts';
import { type GoogleConfig, googleIdIn, isGoogleId } from '../backends/google/settings.ts';
import type { DeskForm } from '../backends/google/setup/forms/make-form.ts';
import type { PreparedSheet } from '../backends/google/setup/prepare-sheet.ts';
import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { claimDeskAt, openLedgerAt } from '../ledger/ledger-home.ts';
import { ownPace } from '../service/own-pace.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Answer } from './answer.ts';
import { shellWord } from './printed-commands.ts';

export interface GoogleSetupOptions {
  readonly dir: string;
  /** Address of an empty sheet, for the first run; later the settings know it. */
  readonly spreadsheet?: string | undefined;
  /** Makes this form although there was one. */
  readonly newForm?: FormKind | undefined;
}

/**
 * Makes a desk that lives on Google, one step a run: settings, sign-in, sheet and forms, the link between them.
 *
 * Every run does what can be done and says what a person does next; run again, it changes nothing that is there.
 *
 * @throws DeskBusyError while `serve` or a pass works on the desk.
 */
export const setupGoogle = async ({
  dir,
  spreadsheet,
  newForm,
}: GoogleSetupOptions): Promise<Answer> => {
  const root = resolve(dir);
  const file = join(root, settingsFileName);
  const done: string[] = [];
  if (spreadsheet !== undefined && !isGoogleId(googleIdIn(spreadsheet))) {
    throw new NoSheetAddressError(spreadsheet);
  }
  if (spreadsheet !== undefined && !existsSync(file)) {
    makeFolder(root);
    const settings = { google: { spreadsheet }, timeZone: 'Asia/Makassar' };
    writeWhole(file, `${JSON.stringify(settings, undefined, 2)}\n`);
    done.push(`made ${file}`);
  }
  const config = readConfig(file);
  const backend = backendOf(config);
  if (backend.name !== 'google') {
    const todo = `Add "google": { "spreadsheet": "${spreadsheet ?? '…'}" } to ${file}, then run this again.`;
    return answer({ done, steps: [todo] });
  }
  const { settings: google } = backend;
  if (spreadsheet !== undefined && googleIdIn(spreadsheet) !== google.spreadsheet) {
    throw new OtherSheetError(file);
  }
  if (newForm && google[formSettings[newForm]] !== undefined) {
    throw new FormNamedError(file, `google.${formSettings[newForm]}`);
  }
  const again = `Give this command again: npx layanan-vicon setup --dir ${shellWord(root)}`;
  if (!existsSync(google.credentials)) {
    return answer({ done, steps: [...consoleSteps(google), again] });
  }
  if (!existsSync(google.token) && (await needsLogin(google))) {
    return answer({ done, steps: [loginStep, again] });
  }

  makeFolder(config.stateFolder, { mode: 0o700 });
  const claim = await claimDeskAt(config.ledger);
  try {
    const memory = await openLedgerAt(config.ledger, { claim });
    try {
      const { setUpGoogle } = await import('../backends/google/setup/open-google-setup.ts');
      const { forms, sheet, notices } = await setUpGoogle({
        ...google,
        timeZone: config.timeZone,
        newForm,
        memory,
        pace: ownPace,
      });
      done.push(...sheet.done, ...forms.flatMap((form) => form.done));
      const requests = forms.find(({ design }) => design.kind === 'request');
      const urgent = [...requestSteps(requests, sheet), ...notices, ...sheet.notices];
      const others = forms
        .filter((form) => form !== requests && !form.isLinkedHere)
        .map((form) => linkInOneStep(form, sheet));
      return urgent.length > 0
        ? answer({ done, steps: [...urgent, ...others, again] })
        : answer({
            done,
            steps: [],
            next: nextSteps({
              isNew: done.length > 0,
              forms: forms.filter(({ isLinkedHere }) => isLinkedHere),
              linking: others.length > 0 ? [...others, again] : [],
            }),
          });
    } finally {
      await memory.close();
    }
  } finally {
    await claim.release();
  }
};

/** A service account has its key; everybody else signs in once. */
const needsLogin = async ({ credentials }: GoogleConfig): Promise<boolean> => {
  const { readCredentials } = await import('../backends/google/sign-in/credentials.ts');
  return readCredentials(credentials).kind === 'user';
};

/** What Google wants before a program may sign in. The console's pages go by older names too. */
const consoleSteps = ({ credentials }: GoogleConfig): readonly string[] => [
  'Open https://console.cloud.google.com/projectcreate and make a project.',
  'APIs & Services → Library: enable Google Sheets API, Google Drive API and Google Forms API; for mail by Gmail also Gmail API.',
  'Google Auth Platform ("OAuth consent screen"): give the app a name. Audience: "Internal" in a Workspace domain; else "External", then "Publish app", because in "Testing" a sign-in ends after 7 days.',
  `Clients ("Credentials") → Create OAuth client, type "Desktop app"; download its JSON file at once (Google shows the secret this one time) and save it as ${credentials}`,
  loginStep,
];

const loginStep =
  'Run: npx layanan-vicon login (with the account that owns the sheet; where Google says that it has not verified the app, choose Advanced, then "Go to …")';

/** The link between form and sheet, and what people read after sending: both are out of a program's reach. */
const requestSteps = (
  form: DeskForm | undefined,
  { title, hasRequests }: PreparedSheet,
): readonly string[] => {
  if (form === undefined || (form.isLinkedHere && hasRequests)) return [];
  return [
    `Open the form: ${form.editAddress}`,
    ...form.notices,
    ...(form.isLinkedHere
      ? [
          'The form is linked to the sheet, but no tab there has its questions any more. Under Responses → ⋮, choose "Unlink form" (Batalkan tautan formulir).',
        ]
      : []),
    linkStep(title),
    confirmationStep(form),
  ];
};

/** The desk works without them, but what people answer there reaches nobody until it is done. */
const linkInOneStep = (form: DeskForm, { title }: PreparedSheet): string =>
  [
    `The form "${form.design.title}" too: open ${form.editAddress} and link it.`,
    ...form.notices,
    linkStep(title),
    confirmationStep(form),
  ].join(' ');

const linkStep = (sheet: string): string =>
  `Responses (Jawaban) → Link to Sheets (Tautkan ke Spreadsheet) → "Select existing spreadsheet" (Pilih spreadsheet yang ada): choose "${sheet}".`;

const confirmationStep = ({ design }: DeskForm): string =>
  `Settings (Setelan) → Presentation (Presentasi) → Confirmation message (Pesan konfirmasi): put in "${design.confirmation}"`;

/** A desk that was ready before needs no more than a reminder. */
const nextSteps = ({
  isNew,
  forms,
  linking,
}: {
  readonly isNew: boolean;
  readonly forms: readonly DeskForm[];
  /** What is left to do about the other forms. */
  readonly linking: readonly string[];
}): readonly string[] => [
  ...(isNew
    ? [
        'In the sheet, fill the tabs Petugas, Peralatan, Akun Zoom and Pengaturan; the tab Panduan explains every column.',
      ]
    : []),
  ...forms.flatMap(({ design, answerAddress }) => {
    const whoever = design.goesTo;
    return whoever === undefined ? [] : [`Send ${whoever} to ${answerAddress}`];
  }),
  ...linking,
  'Check everything: npx layanan-vicon doctor',
  ...(isNew ? ['Begin: npx layanan-vicon run'] : []),
];

const answer = ({
  done,
  steps,
  next = [],
}: {
  readonly done: readonly string[];
  /** Without these the desk cannot work. */
  readonly steps: readonly string[];
  readonly next?: readonly string[];
}): Answer => ({
  text: [
    ...(done.length === 0 ? ['Nothing had to be changed.'] : done),
    ...listed('To do:', steps),
    ...listed('Next:', next),
  ].join('\n'),
  data: { done, todo: steps, next },
  exit: steps.length === 0 ? 0 : 1,
});

const listed = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line, i) => `${i + 1}. ${line}`)];

/** What was given as the address of a sheet is none. */
class NoSheetAddressError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(given: string) {
    super({
      what: `"--google" is not the address of a sheet: "${given}". Nothing was made.`,
      todo: 'Open the sheet in the browser and give its address as it stands there, or the id in it.',
    });
  }
}

/** The command names one sheet, the settings of the folder another. */
class OtherSheetError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string) {
    super({
      what: `The settings "${file}" name another sheet than "--google".`,
      todo: 'To go on with the sheet of the settings, leave "--google" out. For another sheet take another folder (--dir): tickets and history belong to one sheet.',
    });
  }
}

/** A new form is asked for, but the settings would go on naming the other one. */
class FormNamedError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string, setting: string) {
    super({
      what: `The settings "${file}" name the form, or want none, as "${setting}", so no new one is made.`,
      todo: `Take "${setting}" out of the settings first, or leave "--new-form" out.`,
    });
  }
}
