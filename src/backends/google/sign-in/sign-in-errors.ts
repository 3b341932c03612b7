/** Why nobody is signed in: files that are missing, of the wrong kind or open to others, and consent that did not come. */
import { ServiceError } from '../../../errors.ts';

const howToGetCredentials =
  'In the Google Cloud console, under "Google Auth Platform" → "Clients", make an OAuth client of the type "Desktop app", download its JSON file in that moment and save it there; "credentials.example.json" shows its form. Of a client made earlier Google shows no secret again: open it, "Add secret", and download or copy that one.';

/** No credentials file, or one that cannot be read. */
export class CredentialsNotFoundError extends ServiceError {
  readonly code = 'credentials-not-found';

  constructor(path: string) {
    super({
      what: `There is no readable credentials file "${path}".`,
      todo: howToGetCredentials,
    });
  }
}

/** The credentials file holds something else than a Desktop client or the key of a service account. */
export class CredentialsWrongError extends ServiceError {
  readonly code = 'credentials-wrong';

  constructor(path: string, found: string) {
    super({ what: `The credentials file "${path}" ${found}.`, todo: howToGetCredentials });
  }
}

/** Others on this machine could read the key of a service account. */
export class KeyTooOpenError extends ServiceError {
  readonly code = 'key-too-open';

  constructor({
    path,
    mode,
    email,
  }: {
    readonly path: string;
    readonly mode: number;
    readonly email: string;
  }) {
    super({
      what: `The key of the service account ${email}, "${path}", can be read or changed by others on this machine (mode ${mode.toString(8).padStart(4, '0')}); it was not used.`,
      todo: `Run: chmod 600 "${path}". If others may have seen it, also make a new key for the service account in the Google Cloud console, put it there, and delete the old one.`,
    });
  }
}

/** Nobody has signed in on this machine. */
export class NotSignedInError extends ServiceError {
  readonly code = 'not-signed-in';

  constructor() {
    super({
      what: 'Nobody is signed in to Google yet.',
      todo: 'Run "npx layanan-vicon login" once, with the account that may edit the sheet.',
    });
  }
}

/** Others on this machine could read the stored sign-in. */
export class TokenTooOpenError extends ServiceError {
  readonly code = 'token-too-open';

  constructor(path: string, mode: number) {
    super({
      what: `The stored sign-in "${path}" can be read or changed by others on this machine (mode ${mode.toString(8).padStart(4, '0')}); it was not used.`,
      todo: `Run: chmod 600 "${path}". If others may have seen it, also run "npx layanan-vicon login" again.`,
    });
  }
}

/** The stored sign-in cannot be read as one. */
export class TokenBrokenError extends ServiceError {
  readonly code = 'token-broken';

  constructor(path: string) {
    super({
      what: `The stored sign-in "${path}" cannot be read, or is not one.`,
      todo: 'Run "npx layanan-vicon login" again; it is written anew.',
    });
  }
}

/** The sign-in cannot be kept where the settings say. */
export class TokenNotWritableError extends ServiceError {
  readonly code = 'token-not-writable';

  constructor(path: string, reason: string) {
    super({
      what: `The sign-in could not be stored as "${path}" (${reason}).`,
      todo: 'Make room and the folder writable for this user, or name another place as "google.token" in the settings.',
    });
  }
}

/** The sign-in was made with the client of another credentials file. */
export class TokenOfOtherClientError extends ServiceError {
  readonly code = 'token-of-other-client';

  constructor() {
    super({
      what: 'The stored sign-in belongs to another credentials file than the one in the settings.',
      todo: 'Run "npx layanan-vicon login" again, or put the former credentials file back.',
    });
  }
}

/** The account was asked for less than what is needed now, or ticked off a part of it. */
export class ScopeMissingError extends ServiceError {
  readonly code = 'scope-missing';

  constructor(missing: readonly string[]) {
    super({
      what: `The sign-in does not include the right to use: ${missing.map(scopeInWords).join(', ')}.`,
      todo: 'Run "npx layanan-vicon login" again, and leave every box of Google\'s page ticked.',
    });
  }
}

const scopeInWords = (scope: string): string => {
  const name = scope.split('/').at(-1) ?? scope;
  return (
    {
      spreadsheets: 'Sheets',
      'drive.file': 'Drive',
      'drive.readonly': 'Drive, to read photos',
      'gmail.send': 'Gmail, to send mail',
    }[name] ?? name
  );
};

/** A service account has its key and needs no login. */
export class LoginNotNeededError extends ServiceError {
  readonly code = 'login-not-needed';

  constructor(email: string) {
    super({
      what: `The credentials file is the key of the service account ${email}, which needs no login.`,
      todo: `Share the sheet (as Editor) and the shared drive (as Content manager) with ${email}, then run "npx layanan-vicon doctor".`,
    });
  }
}

/** The account agreed, but the desk's sheet is closed to it. */
export class AccountWithoutSheetError extends ServiceError {
  readonly code = 'account-without-sheet';

  constructor(account: string | undefined) {
    super({
      what: `${account ?? 'The account that was chosen'} may not open the sheet of this desk; the sign-in was not stored, and a former one stands as it was.`,
      todo: `Run "npx layanan-vicon login" again and choose the account that the desk works as; or share the sheet with ${account ?? 'this account'} as Editor first.`,
    });
  }
}

/** Somebody said no on Google's page, or the office's administrator does. */
export class ConsentRefusedError extends ServiceError {
  readonly code = 'consent-refused';

  constructor(reason: string) {
    super({
      what:
        reason === 'access_denied'
          ? "Permission was refused on Google's page; nobody is signed in."
          : `Google ended the sign-in (${reason}); nobody is signed in.`,
      todo:
        reason === 'admin_policy_enforced'
          ? 'The administrator of the Workspace domain forbids what this app asks for. Ask for the client of the credentials file to be trusted (Admin console → Security → API controls → App access control), then run "npx layanan-vicon login" again.'
          : 'Run "npx layanan-vicon login" again and agree. If Google says that the app is being tested, add the account as a test user (Google Auth Platform → Audience) or publish the app; if it says that an administrator forbids it, ask the administrator to trust the client; if it says "org_internal", choose an account of the office\'s own domain.',
    });
  }
}

/** Nobody finished the sign-in in the browser. */
export class LoginTimedOutError extends ServiceError {
  readonly code = 'login-timed-out';

  constructor() {
    super({
      what: 'Nobody finished the sign-in in the browser in time.',
      todo: 'Run "npx layanan-vicon login" again, and stay on Google\'s page until it says that it is done; a tab that was closed answers nothing. If Google showed "redirect_uri_mismatch", use a credentials file of the type "Desktop app"; if "invalid_client" or "deleted_client", make a new client or bring the deleted one back.',
    });
  }
}

/** Somebody stopped the sign-in at the keyboard. */
export class LoginStoppedError extends ServiceError {
  readonly code = 'login-stopped';

  constructor() {
    super({
      what: 'The sign-in was stopped before it was finished; nobody is signed in.',
      todo: 'Run "npx layanan-vicon login" again when it suits.',
    });
  }
}

/** This machine gives us no port to listen on. */
export class LoginPortError extends ServiceError {
  readonly code = 'login-port';

  /** @param port The one that was asked for; 0: any. */
  constructor(reason: string, port: number) {
    super(
      port === 0
        ? {
            what: `No port of this machine (127.0.0.1) can be listened on for Google's answer (${reason}).`,
            todo: 'Close other programs or allow local connections, then run "npx layanan-vicon login" again.',
          }
        : {
            what: `Port ${port} of this machine cannot be listened on for Google's answer: ${reason === 'EADDRINUSE' ? 'another program has it' : reason}.`,
            todo: 'Name another one with "--port", or leave "--port" out: then any free one is taken.',
          },
    );
  }
}

/** Google gave a sign-in that ends within the hour. */
export class NoRefreshTokenError extends ServiceError {
  readonly code = 'no-refresh-token';

  constructor() {
    super({
      what: 'Google gave a sign-in without the part that lasts.',
      todo: 'Remove the app under myaccount.google.com → Security → Third-party access, then run "npx layanan-vicon login" again.',
    });
  }
}
