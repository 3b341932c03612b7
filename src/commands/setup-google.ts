/** The command that makes or completes the desk on Google. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import { type FormKind, formSettings } from '../backends/google/form-kinds.ts';
import { googleIdIn } from '../backends/google/settings.ts';
import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { claimDeskAt, openLedgerAt } from '../ledger/ledger-home.ts';
import { ownPace } from '../service/own-pace.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Answer } from './answer.ts';
import { shellWord } from './printed-commands.ts';
import {
  consoleSteps,
  linkInOneStep,
  loginStep,
  nextSteps,
  requestSteps,
  sheetByHandStep,
} from './setup/google-steps.ts';
import {
  noteSheetIn,
  OtherSheetError,
  type SheetWish,
  writeFirstSettings,
} from './setup/sheet-setting.ts';

export interface GoogleSetupOptions {
  readonly dir: string;
  /** For the first run: which sheet; later the settings know it. */
  readonly sheet?: SheetWish | undefined;
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
  sheet: wish,
  newForm,
}: GoogleSetupOptions): Promise<Answer> => {
  const root = resolve(dir);
  const file = join(root, settingsFileName);
  const done: string[] = [];
  if (wish && writeFirstSettings(file, wish)) done.push(`made ${file}`);
  const config = readConfig(file);
  const backend = backendOf(config);
  if (backend.name !== 'google') {
    const group = wish?.kind === 'named' ? `{ "spreadsheet": "${wish.address}" }` : '{}';
    const todo = `Add "google": ${group} to ${file}, then run this again.`;
    return answer({ done, steps: [todo] });
  }
  const { settings: google } = backend;
  const asked = wish?.kind === 'named' ? googleIdIn(wish.address) : undefined;
  const spreadsheet = google.spreadsheet ?? asked;
  if (asked !== undefined && asked !== spreadsheet) throw new OtherSheetError(file);
  if (asked !== undefined && google.spreadsheet === undefined) noteSheetIn(file, asked);
  if (newForm && google[formSettings[newForm]] !== undefined) {
    throw new FormNamedError(file, `google.${formSettings[newForm]}`);
  }
  const command = `npx layanan-vicon setup --dir ${shellWord(root)}`;
  const again = `Give this command again: ${command}`;
  if (!existsSync(google.credentials)) {
    return answer({ done, steps: [...consoleSteps(google), again] });
  }
  const { readCredentials } = await import('../backends/google/sign-in/credentials.ts');
  const account = readCredentials(google.credentials);
  if (account.kind === 'user' && !existsSync(google.token)) {
    return answer({ done, steps: [loginStep, again] });
  }
  if (account.kind === 'service-account' && spreadsheet === undefined) {
    return answer({ done, steps: [sheetByHandStep(account.email, command)] });
  }

  makeFolder(config.stateFolder, { mode: 0o700 });
  const claim = await claimDeskAt(config.ledger);
  try {
    const memory = await openLedgerAt(config.ledger, { claim });
    try {
      const { setUpGoogle } = await import('../backends/google/setup/open-google-setup.ts');
      const noted: string[] = [];
      const { forms, sheet, notices, remarks } = await setUpGoogle({
        ...google,
        spreadsheet,
        noteSheet: (id) => {
          noteSheetIn(file, id);
          noted.push(`wrote its id into ${file}`);
        },
        timeZone: config.timeZone,
        newForm,
        memory,
        pace: ownPace,
      });
      done.push(...sheet.done, ...noted, ...forms.flatMap((form) => form.done));
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
              sheet,
              forms: forms.filter(({ isLinkedHere }) => isLinkedHere),
              linking: others.length > 0 ? [...others, again] : [],
              remarks,
            }),
          });
    } finally {
      await memory.close();
    }
  } finally {
    await claim.release();
  }
};

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
