/** Whose sign-in it is, and whether that account may open the desk's sheet. */
import type { Credentials as Tokens } from 'google-auth-library';
import { ServiceError } from '../../../errors.ts';
import type { Pace } from '../../pace.ts';
import { type GoogleClient, openGoogleClient } from '../client/google-client.ts';
import { AccountWithoutSheetError } from './sign-in-errors.ts';

export interface SeenAccount {
  /** Its address; absent where Google did not tell. */
  readonly account?: string;
  /** What could not be looked at and why, in words; it says nothing against the account. */
  readonly notices: readonly string[];
}

/** @throws AccountWithoutSheetError when the sheet is not shared with this account. */
export const lookAtAccount = async ({
  tokens,
  spreadsheet,
  fetch,
  pace,
}: {
  readonly tokens: Tokens;
  /** Absent while setup has made none. */
  readonly spreadsheet: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly pace: Pace;
}): Promise<SeenAccount> => {
  const { OAuth2Client } = await import('google-auth-library');
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: tokens.access_token ?? null });
  const client = openGoogleClient({
    signedIn: {
      auth,
      kind: 'user',
      takeUpNewSignIn: () => undefined,
      forgetAccessToken: () => undefined,
    },
    fetch,
    pace,
  });
  const account = await told(() => addressOfPerson(client));
  const sheet =
    spreadsheet === undefined ? undefined : await told(() => openSheet(client, spreadsheet));
  if (sheet instanceof ServiceError && sheet.code === 'sheet-not-shared') {
    throw new AccountWithoutSheetError(account instanceof ServiceError ? undefined : account);
  }
  const notices = [account, sheet].flatMap((each) =>
    each instanceof ServiceError ? [`${each.what} ${each.todo}`] : [],
  );
  return {
    notices: [...new Set(notices)],
    ...(!(account instanceof ServiceError) && account !== '' && { account }),
  };
};

/** The address of the person who is signed in. */
export const addressOfPerson = async (client: GoogleClient): Promise<string> => {
  const drive = await client.drive();
  const { user } = await client.send(
    { what: 'ask who is signed in', kind: 'read', repeatable: true },
    (sending) => drive.about.get({ fields: 'user(emailAddress)' }, sending),
  );
  return user?.emailAddress ?? '';
};

const openSheet = async (client: GoogleClient, spreadsheetId: string): Promise<void> => {
  const sheets = await client.sheets();
  await client.send(
    { what: 'open the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) => sheets.spreadsheets.get({ spreadsheetId, fields: 'spreadsheetId' }, sending),
  );
};

const told = async <T>(ask: () => Promise<T>): Promise<T | ServiceError> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
};
