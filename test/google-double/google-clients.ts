import { OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Account } from './accounts.ts';
import type { World } from './world.ts';

/** Google's own clients, signed in as somebody, talking to a stand-in in this process. */
export type Clients = {
  readonly drive: drive_v3.Drive;
  readonly forms: forms_v1.Forms;
  readonly gmail: gmail_v1.Gmail;
  readonly sheets: sheets_v4.Sheets;
};

export function clientsOf(
  double: { readonly fetch: typeof fetch; readonly world: World },
  account?: Account,
): Clients {
  const auth = new OAuth2Client();
  const token = account ? double.world.signIn.issueAccessToken(account).token : 'anything';
  auth.setCredentials({ access_token: token });
  const options = { auth, fetchImplementation: double.fetch, retry: false };
  return {
    drive: drive({ version: 'v3', ...options }),
    forms: forms({ version: 'v1', ...options }),
    gmail: gmail({ version: 'v1', ...options }),
    sheets: sheets({ version: 'v4', ...options }),
  };
}

/** What a refused call says: status and, from Drive, the reason. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ readonly status: unknown; readonly reason: unknown; readonly message: unknown }> {
  try {
    await call;
  } catch (error) {
    const { status, message, response } = error as {
      status?: unknown;
      message?: unknown;
      response?: { data?: { error?: { errors?: { reason?: unknown }[] } } };
    };
    return { status, reason: response?.data?.error?.errors?.[0]?.reason, message };
  }
  throw new Error('The call was not refused.');
}
