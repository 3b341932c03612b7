import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, type GoogleConfig, readConfig, settingsFileName } from '../config.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { ownPace } from '../service/own-pace.ts';
import type { Answer } from './answer.ts';

/**
 * Makes a desk that lives on Google, one step a run: settings, sign-in, form and sheet, the link between them.
 *
 * Every run does what can be done and says what a person does next; run again, it changes nothing that is there.
 *
 * @param spreadsheet Address of an empty sheet, for the first run; later the settings know it.
 */
export const setupGoogle = async ({
  dir,
  spreadsheet,
}: {
  readonly dir: string;
  readonly spreadsheet: string;
}): Promise<Answer> => {
  const root = resolve(dir);
  mkdirSync(root, { recursive: true });
  const file = join(root, settingsFileName);
  const done: string[] = [];
  if (!existsSync(file)) {
    const settings = {
      google: { spreadsheet },
      timeZone: 'Asia/Makassar',
      schedule: '*/5 * * * *',
    };
    writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`, { flag: 'wx' });
    done.push(`made ${file}`);
  }
  const config = readSettings(file, { justMade: done.length > 0 });
  const { google } = config;
  if (google === undefined) {
    const todo = `Add "google": { "spreadsheet": "${spreadsheet}" } to ${file}, then run this again.`;
    return answer(done, [todo]);
  }
  if (!existsSync(google.credentials)) return answer(done, consoleSteps(google, file));
  mkdirSync(dirname(config.ledger), { recursive: true });
  const memory = await openLedger({ path: config.ledger, desk: 'desk', readOnly: false });
  try {
    const { setUpGoogle } = await import('../backends/google/open-google-setup.ts');
    const { form, sheet } = await setUpGoogle({
      ...google,
      timeZone: config.timeZone,
      memory,
      pace: ownPace,
    });
    done.push(...form.done, ...sheet.done);
    if (!sheet.hasRequests) return answer(done, [...sheet.notices, ...linkSteps(form, file)]);
    return answer(done, sheet.notices, [
      `Next: fill the tabs Petugas, Peralatan, Akun Zoom and Pengaturan,`,
      `send requesters to ${form.answerAddress}`,
      `and run: layanan-vicon run --config ${file}`,
    ]);
  } finally {
    await memory.close();
  }
};

/** Settings with an address that is none are not left behind. */
const readSettings = (file: string, { justMade }: { readonly justMade: boolean }): Config => {
  try {
    return readConfig(file);
  } catch (error) {
    if (justMade) rmSync(file);
    throw error;
  }
};

/** What Google wants before a program may sign in. */
const consoleSteps = ({ credentials }: GoogleConfig, file: string): readonly string[] => [
  'Open https://console.cloud.google.com/projectcreate and make a project.',
  'APIs & Services, Library: enable Google Sheets API, Google Drive API and Google Forms API.',
  'OAuth consent screen: "Internal" in a Workspace domain; else "External", then publish the app ("In production"), because a sign-in in "Testing" ends after 7 days.',
  `Credentials, Create credentials, OAuth client ID, "Desktop app"; download it as ${credentials}`,
  `Run: layanan-vicon login --config ${file}`,
  'Run this command again.',
];

/** The link between form and sheet, which no program can make. */
const linkSteps = (
  { editAddress }: { readonly editAddress: string },
  file: string,
): readonly string[] => [
  `Open the form: ${editAddress}`,
  'Responses, Link to Sheets, "Select existing spreadsheet": choose the sheet that the settings name.',
  `Run this command again; the settings are in ${file}`,
];

const answer = (
  done: readonly string[],
  steps: readonly string[],
  next: readonly string[] = [],
): Answer => ({
  text: [
    ...(done.length === 0 ? ['Nothing had to be changed.'] : done),
    ...(steps.length === 0 ? [] : ['', 'To do:', ...steps.map((step, i) => `${i + 1}. ${step}`)]),
    ...(next.length === 0 ? [] : ['', ...next]),
  ].join('\n'),
  data: { done, todo: steps },
  exit: steps.length === 0 ? 0 : 1,
});
