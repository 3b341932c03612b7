/**
 * What Google refuses, in words: what happened and what to do.
 *
 * Google's own answer is read for its reason and then left behind: it carries the request with its token, and
 * people's addresses.
 */
import { ServiceError } from '../../../errors.ts';
import { type CallFailure, type FailureKind, isFull, readFailure } from './failure.ts';

/** What the call was about, for the words. */
export interface FailedCall {
  /** "read the sheet" */
  readonly what: string;
  readonly subject?: 'sheet' | 'document' | 'form' | 'consent';
  /** The address of the service account that asked; absent for a person. Nobody signs in as one. */
  readonly robot?: string | undefined;
}

/** What a failure means for sending again. */
export const classify = (
  error: unknown,
): { readonly kind: FailureKind; readonly status?: number; readonly retryAfterMs?: number } =>
  readFailure(error);

/** The error to tell people, without anything of Google's answer but its reason. */
export const translateGoogleError = (error: unknown, call: FailedCall): ServiceError => {
  if (error instanceof ServiceError) return error;
  const failure = readFailure(error);
  const known = meanings.find(({ fits }) => fits(failure, call));
  const { code, what, todo } = known?.words(failure, call) ?? unknownRefusal(failure, call);
  const { status, refusedRequest } = failure;
  return new GoogleError({ code, what, todo, status, refusedRequest });
};

/** Google said no, or said nothing. `code` tells which. */
export class GoogleError extends ServiceError {
  readonly code: string;
  /** HTTP status; absent when no answer came. */
  readonly status: number | undefined;
  /** Which request of a batch it was, from 0, where Google says so. */
  readonly refusedRequest: number | undefined;

  constructor({
    code,
    what,
    todo,
    status,
    refusedRequest,
  }: {
    readonly code: string;
    readonly what: string;
    readonly todo: string;
    readonly status: number | undefined;
    readonly refusedRequest?: number | undefined;
  }) {
    super({ what, todo });
    this.code = code;
    this.status = status;
    this.refusedRequest = refusedRequest;
  }
}

interface FailureWords {
  readonly code: string;
  readonly what: string;
  readonly todo: string;
}

interface FailureMeaning {
  fits(failure: CallFailure, call: FailedCall): boolean;
  words(failure: CallFailure, call: FailedCall): FailureWords;
}

const says = (code: string, what: string, todo: string) => (): FailureWords => ({
  code,
  what,
  todo,
});

/** Source: "Resolve errors" of Drive's guide. */
const tooManyFiles =
  /^(teamDriveFileLimitExceeded|numChildrenInNonRootLimitExceeded|activeItemCreationLimitExceeded)$/;

/** A refresh token, a code or an assertion that Google does not take. */
const isEnded = ({ reason, text }: CallFailure): boolean =>
  reason === 'invalid_grant' || /invalid_grant|admin_policy_enforced/i.test(text);

/** From the particular to the general; the first that fits is told. */
const meanings: readonly FailureMeaning[] = [
  {
    fits: ({ text }) => /short-lived token|reasonable timeframe/i.test(text),
    words: says(
      'clock-skew',
      "Google refused the sign-in because this machine's clock is wrong.",
      'Set the clock (and time synchronisation), then run again.',
    ),
  },
  {
    fits: ({ text }) => /invalid jwt signature|account not found/i.test(text),
    words: (_, { robot }) => ({
      code: 'key-refused',
      what: `Google does not know the key or the service account${robot === undefined ? '' : ` (${robot})`} of the credentials file any more.`,
      todo: 'In the Google Cloud console (IAM & Admin → Service Accounts) see whether the account is there and enabled; make a new key for it, which is downloaded in that moment, and put it in place of the old file (chmod 600).',
    }),
  },
  {
    fits: (failure, { robot }) =>
      robot !== undefined && (failure.kind === 'unauthenticated' || isEnded(failure)),
    words: (_, { robot }) => ({
      code: 'key-refused',
      what: `Google did not accept the key of the service account ${robot}.`,
      todo: 'In the Google Cloud console (IAM & Admin → Service Accounts) see whether the account and its key are enabled; a new key is downloaded in the moment it is made, and takes the place of the credentials file (chmod 600).',
    }),
  },
  {
    fits: (failure, { subject }) => subject === 'consent' && isEnded(failure),
    words: says(
      'consent-not-taken',
      'Google did not take the answer that came from the browser; nobody is signed in.',
      'Run "npx layanan-vicon login" again, and go through Google\'s page once, without going back or loading it again.',
    ),
  },
  {
    fits: ({ text }) => /admin_policy_enforced/i.test(text),
    words: says(
      'sign-in-ended',
      "The administrator of the account's Workspace domain does not let this app in any more (admin_policy_enforced).",
      'Ask the administrator to trust the client of the credentials file (Admin console → Security → API controls → App access control), then run "npx layanan-vicon login" again.',
    ),
  },
  {
    fits: ({ text }) => /invalid_rapt|reauth/i.test(text),
    words: says(
      'sign-in-ended',
      "The account's Workspace domain wants a new sign-in every so many hours (invalid_rapt), and this one is over.",
      'Run "npx layanan-vicon login" again. It will end again unless the administrator exempts this app as trusted (Admin console → Security → Google Cloud session control), or the desk works as a service account.',
    ),
  },
  {
    fits: (failure) =>
      isEnded(failure) && /account (?:has been |was )?(?:deleted|disabled)/i.test(failure.text),
    words: says(
      'sign-in-ended',
      'The account that the service worked as was deleted or disabled.',
      'Have it restored, or share the sheet with another account as Editor and run "npx layanan-vicon login" with that one.',
    ),
  },
  {
    fits: (failure) => isEnded(failure),
    words: says(
      'sign-in-ended',
      'Google no longer accepts the stored sign-in. It does not say why: it was taken back (myaccount.google.com → Security), the consent screen is in "Testing" (7 days), it lay unused for six months, the account has signed in over 100 times since, an administrator ended it, or, where mail leaves by Gmail, its password changed.',
      'Run "npx layanan-vicon login" again; a running service takes it up by itself. If it ends every week, publish the app (Google Auth Platform → Audience) or make it "Internal".',
    ),
  },
  {
    fits: ({ reason }) => reason === 'deleted_client' || reason === 'disabled_client',
    words: says(
      'client-unknown',
      'The client of the credentials file was deleted or disabled; Google deletes one by itself that lay unused for six months.',
      'In the Google Cloud console (Google Auth Platform → Clients) bring it back, which works for 30 days, or make a new Desktop client: its JSON file is downloaded in the moment it is made. Put that in place of the credentials file, and run "npx layanan-vicon login".',
    ),
  },
  {
    fits: ({ reason, text }) =>
      /^(invalid|unauthorized)_client$/.test(reason ?? '') || /invalid_client/i.test(text),
    words: says(
      'client-unknown',
      'Google does not accept the client of the credentials file: its secret is wrong or was taken out of use, or it was deleted.',
      'A secret is shown once and cannot be downloaded again. In the Google Cloud console (Google Auth Platform → Clients) open the client, "Add secret", and put the new one into the credentials file as "client_secret"; a running service takes it up by itself. If the client is not there, make a new Desktop client, and run "npx layanan-vicon login".',
    ),
  },
  {
    fits: ({ kind }) => kind === 'unauthenticated',
    words: says(
      'not-signed-in',
      'Google did not accept the sign-in.',
      'Run "npx layanan-vicon login".',
    ),
  },
  {
    fits: ({ reason }) => reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured',
    words: ({ service, page }) => ({
      code: 'api-not-enabled',
      what: `${service ?? 'An API that is needed'} is not enabled in the Google Cloud project of the credentials.`,
      todo: `Enable it ${page === undefined ? 'in the console under "APIs & Services" → "Library"' : `on ${page}`}, wait some minutes, then run again.`,
    }),
  },
  {
    fits: ({ reason, text }) =>
      reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' ||
      /insufficient authentication scopes/i.test(text),
    words: (_, { robot }) => ({
      code: 'scope-missing',
      what: 'The sign-in does not include all that is needed.',
      todo:
        robot === undefined
          ? 'Run "npx layanan-vicon login" again, and leave every box of Google\'s page ticked.'
          : "This is a fault of the program: a service account needs nobody's consent. Please report it.",
    }),
  },
  {
    fits: isFull,
    words: says(
      'no-storage',
      'There is no room for documents: a service account owns no storage, and a full Drive takes nothing more.',
      'With a service account, name a shared drive as "google.folder" in the settings; otherwise make room in Drive.',
    ),
  },
  {
    fits: ({ reason }) => reason === 'dailyLimitExceeded',
    words: says(
      'daily-limit',
      'The Google Cloud project of the credentials has used up its calls for today.',
      'Nothing is lost; the service goes on when the day changes at Google. If this comes back, raise the quota in the console under "APIs & Services".',
    ),
  },
  {
    fits: ({ reason }) => tooManyFiles.test(reason ?? ''),
    words: says(
      'too-many-files',
      'The folder or the shared drive for documents holds as many files as Drive allows.',
      'Name another folder or shared drive as "google.folder" in the settings, or move old documents away.',
    ),
  },
  {
    fits: ({ kind }) => kind === 'rate',
    words: (_, { what }) => ({
      code: 'rate-limit',
      what: `Google asked to slow down and did not take the call to ${what} for over a minute.`,
      todo: 'Nothing is lost; the next pass goes on. If this stays, see the quotas of the Google Cloud project.',
    }),
  },
  {
    fits: ({ kind }) => kind === 'network',
    words: (_, { what }) => ({
      code: 'network',
      what: `Google could not be reached to ${what}.`,
      todo: 'Check the network, and what stands between (proxy, firewall). Nothing is lost; the next pass goes on.',
    }),
  },
  {
    fits: ({ kind }) => kind === 'unavailable',
    words: (_, { what }) => ({
      code: 'google-unavailable',
      what: `Google failed at the call to ${what}.`,
      todo: 'This is on their side. Nothing is lost; the next pass goes on.',
    }),
  },
  {
    fits: ({ text }) => /protected cell|protected range|trying to edit a protected/i.test(text),
    words: says(
      'protected',
      "A tab or range that holds the service's columns is protected against this account; nothing was written.",
      'In the sheet, open Data → Protect sheets and ranges, and let this account edit, or show a warning only.',
    ),
  },
  {
    fits: ({ text }) => /above the limit of \d+ cells|number of cells in the workbook/i.test(text),
    words: says(
      'cell-limit',
      'The sheet has reached the limit of ten million cells; nothing was written.',
      'Move old tabs or rows into another file.',
    ),
  },
  {
    fits: ({ text }) => /typed column/i.test(text),
    words: says(
      'typed-column',
      "A column of the desk has a fixed type in a table of Google's, which refuses what the service puts there; nothing was written.",
      'Run "npx layanan-vicon doctor", which names the column; in its menu in the sheet choose "Edit column type" (Edit jenis kolom) → "None" (Tidak ada).',
    ),
  },
  {
    fits: ({ text }) => /not supported for this document/i.test(text),
    words: says(
      'office-file',
      'What the settings name as the sheet is a file of Excel that Google only shows; programs can neither read nor write it there.',
      'Open it, choose File → "Save as Google Sheets" (Simpan sebagai Google Spreadsheet), and name the new sheet as "google.spreadsheet"; or let setup make an empty one ("npx layanan-vicon setup --dir ANOTHER-FOLDER --google").',
    ),
  },
  {
    fits: ({ status }, { subject }) => subject === 'sheet' && status === 404,
    words: says(
      'sheet-not-found',
      'Google knows no such sheet: the address in the settings is wrong, or it was deleted from the trash.',
      'Check "google.spreadsheet" in the settings.',
    ),
  },
  {
    fits: ({ status }, { subject }) => subject === 'sheet' && status === 403,
    words: (_, { robot }) =>
      robot === undefined
        ? {
            code: 'sheet-not-shared',
            what: 'The signed-in account may not open or change the sheet.',
            todo: 'Share the sheet with this account as Editor, or sign in with the account that owns it ("npx layanan-vicon login").',
          }
        : {
            code: 'sheet-not-shared',
            what: `The service account ${robot} may not open or change the sheet.`,
            todo: `Share the sheet with ${robot} as Editor.`,
          },
  },
  {
    fits: ({ status }, { subject }) => subject === 'document' && status === 404,
    words: says(
      'document-not-found',
      'The folder or file in Drive is gone, or was not made by this program and is therefore hidden from it.',
      'Leave "google.folder" out so that the program makes its own folder, or name a shared drive.',
    ),
  },
  {
    fits: ({ status }, { subject }) => subject === 'document' && status === 403,
    words: says(
      'document-not-shared',
      'The signed-in account may not write into the folder in Drive.',
      'Give this account the right to add files there, or name another folder as "google.folder".',
    ),
  },
  {
    fits: ({ status }, { subject }) => subject === 'form' && (status === 404 || status === 403),
    words: says(
      'form-not-found',
      'Google shows no such form to the signed-in account.',
      'Check the form that the settings name ("google.form", "google.afterEventForm", "google.complaintForm"); it must have been made by this program or be open to its account.',
    ),
  },
];

const unknownRefusal = ({ status, reason }: CallFailure, { what }: FailedCall): FailureWords => ({
  code: 'google-refused',
  what: `Google refused to ${what}${status === undefined ? '' : ` (${status}${reason === undefined ? '' : `, ${reason}`})`}.`,
  todo: 'Run "npx layanan-vicon doctor" to see what is wrong.',
});
