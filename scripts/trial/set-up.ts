/** How an office comes to its desk: each step with the real command line, or by the hand of a person. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '../../test/support/command-line.ts';
import { registers } from './registers.ts';
import { bookOf } from './sheet-view.ts';
import type { StandIn } from './stand-in.ts';

export interface Desk {
  readonly dir: string;
  /** The settings. */
  readonly config: string;
  readonly spreadsheetId: string;
  readonly formId: string;
  /** The tab that the form's answers go into. */
  readonly tab: string;
}

interface Office {
  readonly cli: CommandLine;
  readonly standIn: StandIn;
  readonly dir: string;
  readonly spreadsheetId: string;
  /** Those of the trial, unless given. */
  readonly registers?: typeof registers;
  /** A line of the transcript. */
  readonly tell: (line: string) => void;
}

/** @throws Error when a step does not end as the README says. */
export const setUpDesk = async (office: Office): Promise<Desk> => {
  const { cli, standIn, dir, spreadsheetId, tell } = office;
  const config = join(dir, 'layanan-vicon.json');
  const address = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
  const setup = async (what: string, exit: number): Promise<void> => {
    const ended = await cli.run(['setup', '--dir', dir, '--google', address], { cwd: dir });
    if (ended.exit !== exit) throw new Error(`setup, ${what}:\n${ended.out}${ended.err}`);
    tell(`setup    ${what}`);
  };

  await setup('makes the settings and says what Google wants first', 1);
  const settings = JSON.parse(readFileSync(config, 'utf8')) as { readonly google: object };
  const google = { ...settings.google, endpoint: standIn.url };
  // Every second: the trial lives through weeks in minutes.
  writeFileSync(config, JSON.stringify({ ...settings, google, schedule: '* * * * * *' }));
  const installed = { client_id: 'meja.example', client_secret: 'contoh' };
  writeFileSync(join(dir, 'credentials.json'), JSON.stringify({ installed }));

  await logIn(cli, config);
  tell('login    a person agrees in the browser; the sign-in is stored');
  await setup('makes the form with its questions and the tabs of the book', 1);
  const formId = (await standIn.world()).forms[0]?.formId ?? '';
  const answers = await standIn.people('linkForm', { formId, spreadsheetId });
  tell(`people   link the form to the sheet, by hand: tab "${answers}"`);
  await setup('puts the columns of staff and service beside the answers', 0);
  const tab = await tabOfAnswers(standIn);
  for (const { tab: register, rows } of office.registers ?? registers) {
    await standIn.people('typeCells', { spreadsheetId, range: `'${register}'!A2`, rows });
  }
  tell('people   fill Petugas, Peralatan and Akun Zoom');

  const doctor = await cli.run(['doctor', '--config', config]);
  if (doctor.exit !== 0) throw new Error(`doctor:\n${doctor.out}${doctor.err}`);
  tell(
    `doctor   ${doctor.out.split('\n').filter((line) => line.includes('✓')).length} checks, all ✓`,
  );
  return { dir, config, spreadsheetId, formId, tab };
};

/** Setup may have given it another name. */
const tabOfAnswers = async (standIn: StandIn): Promise<string> => {
  const world = await standIn.world();
  const sheetId = world.forms[0]?.link?.sheetId;
  const sheet = bookOf(world).sheets.find((each) => each.sheetId === sheetId);
  return sheet?.properties.title ?? '';
};

/** The person's browser is played here: it opens the address that the command shows and follows where it is sent. */
const logIn = async (cli: CommandLine, config: string): Promise<void> => {
  // Without a path no browser of this machine is found.
  const login = cli.start(['login', '--config', config], { env: { PATH: '' } });
  const { msg: page = '' } = await login.logged(({ msg }) => /^http/.test(msg ?? ''));
  await (await fetch(page)).text();
  const { exit, err } = await login.ended();
  if (exit !== 0) throw new Error(`login:\n${err}`);
};
