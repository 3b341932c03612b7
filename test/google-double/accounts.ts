/** Someone who signs in: a person with storage of their own, or a service account, which has none. */
export type Account = {
  readonly email: string;
  readonly kind: 'user' | 'service-account';
  /** The client id of the program that acts for them; `undefined` for tokens that no sign-in made. */
  readonly program?: string;
  /** Other addresses that they have shown Gmail to be theirs. */
  readonly aliases?: readonly string[];
  /** What its rights show it of Drive, where it is not what everybody sees here (`DriveState.sees`). */
  readonly sees?: 'everything' | 'own files';
};

/** Who stands behind any bearer token that was not handed to somebody else. */
export const deskAccount: Account = { email: 'desk@vicon.example', kind: 'user' };

/** A program as it is registered with Google: what stands in a `credentials.json`. */
export type Client = {
  readonly id: string;
  readonly secret: string;
  /** `installed` programs may come back to any port of this machine, `web` ones only where registered. */
  readonly kind: 'installed' | 'web';
  readonly redirectUris: readonly string[];
};

/** What somebody agreed to, before it is redeemed for tokens. */
export type Consent = {
  readonly account: Account;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly isOffline: boolean;
  readonly challenge: string | undefined;
};

type RefreshToken = {
  readonly account: Account;
  readonly scope: string;
  readonly issuedMs: number;
};
type AccessToken = { readonly account: Account; readonly scope: string; readonly until: number };

/** A right to read all of Drive shows all of it; `drive.file` alone shows a program only what it made or was given. */
const sightOf = (scope: string): Pick<Account, 'sees'> => {
  const rights = scope.split(' ').map((each) => each.replace(/^.*\/auth\//u, ''));
  if (rights.some((each) => /^drive(\.readonly|\.metadata(\.readonly)?)?$/u.test(each))) {
    return { sees: 'everything' };
  }
  return rights.includes('drive.file') ? { sees: 'own files' } : {};
};

const tokenLifeMs = 3_600_000;
const testingLifeMs = 7 * 86_400_000;

/**
 * The sign-in office: knows accounts, hands out tokens, and forgets or revokes them when a test says so.
 *
 * Any bearer token is taken for the desk's, so that simple tests need no sign-in, unless it is reserved for somebody
 * else; a token that was issued here belongs to its account, and ends after an hour or when it is revoked. A refresh
 * token that nobody issued is the desk's too.
 */
export class SignIn {
  /** Who sits at the browser when the consent page opens; `undefined` refuses. */
  consentsAs: Account | undefined = deskAccount;
  /** The consent screen stands in "Testing": refresh tokens end after seven days. */
  isTesting = false;
  /** Registered programs; while there is none, every program is let in. */
  readonly clients = new Map<string, Client>();
  /** Public keys (PEM) of service accounts; without one the signature is not looked at. */
  readonly serviceKeys = new Map<string, string>();
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>([[deskAccount.email, deskAccount]]);
  readonly #removed = new Set<string>();
  readonly #accessTokens = new Map<string, AccessToken>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #codes = new Map<string, Consent>();
  readonly #revoked = new Set<string>();
  readonly #reserved = new Map<string, () => Account>();
  /** Who agreed to what, by program, until it was taken back. */
  readonly #agreed = new Set<string>();
  #issued = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  addAccount(account: Account): void {
    this.#accounts.set(account.email, account);
    this.#removed.delete(account.email);
  }

  account(email: string): Account | undefined {
    return this.#accounts.get(email);
  }

  /** From now on nobody signs in under this address. */
  removeAccount(email: string): void {
    this.#accounts.delete(email);
    this.#removed.add(email);
  }

  isRemoved(email: string): boolean {
    return this.#removed.has(email);
  }

  /** Whether this is the first time that they let the program do all this. */
  agreesAnew({
    account,
    clientId,
    scope,
  }: {
    readonly account: Account;
    readonly clientId: string;
    readonly scope: string;
  }): boolean {
    const asked = scope.split(' ').map((each) => `${clientId} ${account.email} ${each}`);
    const isNew = asked.some((each) => !this.#agreed.has(each));
    for (const each of asked) this.#agreed.add(each);
    return isNew;
  }

  issueCode(consent: Consent): string {
    this.#issued += 1;
    const code = `4/${this.#issued}-${consent.clientId}`;
    this.#codes.set(code, consent);
    return code;
  }

  /** What a code stands for: once, and never again. */
  redeemCode(code: string): Consent | undefined {
    const consent = this.#codes.get(code);
    this.#codes.delete(code);
    return consent;
  }

  /** A token for an account that is known, or becomes known by this. */
  issueAccessToken(
    account: Account,
    scope = '',
  ): { readonly token: string; readonly seconds: number } {
    if (!this.#accounts.has(account.email)) this.addAccount(account);
    this.#issued += 1;
    const token = `ya29.${this.#issued}.${account.email}`;
    const holder = { ...account, ...sightOf(scope) };
    this.#accessTokens.set(token, { account: holder, scope, until: this.#now() + tokenLifeMs });
    return { token, seconds: tokenLifeMs / 1000 };
  }

  /** Gives a token that no sign-in made to somebody, who moves in when it is first used. */
  reserveToken(token: string, moveIn: () => Account): void {
    let holder: Account | undefined;
    this.#reserved.set(token, () => {
      holder ??= moveIn();
      return holder;
    });
  }

  issueRefreshToken(account: Account, scope = ''): string {
    this.#issued += 1;
    const token = `1//${this.#issued}-${account.email}`;
    this.#refreshTokens.set(token, { account, scope, issuedMs: this.#now() });
    return token;
  }

  /** From now on this access or refresh token is refused, as when the person took the permission back. */
  revoke(token: string): void {
    this.#revoked.add(token);
    const { program, email } = this.#refreshTokens.get(token)?.account ?? {};
    for (const each of this.#agreed)
      if (each.startsWith(`${program} ${email} `)) this.#agreed.delete(each);
  }

  /** Whose access token this is; `undefined` when it ended or was revoked. */
  holderOf(token: string): Account | undefined {
    return this.accessOf(token)?.account;
  }

  /** The same, with the scopes and the end of the token. */
  accessOf(token: string): AccessToken | undefined {
    if (this.#revoked.has(token)) return undefined;
    const issued = this.#accessTokens.get(token);
    if (!issued) {
      const account = this.#reserved.get(token)?.() ?? deskAccount;
      return { account, scope: '', until: this.#now() + tokenLifeMs };
    }
    return this.#now() < issued.until ? issued : undefined;
  }

  /** Whose refresh token this is; `undefined` when it was revoked, or outlived its seven days of testing. */
  refresherOf(token: string): { readonly account: Account; readonly scope: string } | undefined {
    if (this.#revoked.has(token)) return undefined;
    const issued = this.#refreshTokens.get(token);
    if (!issued) return { account: deskAccount, scope: '' };
    const isOver = this.isTesting && this.#now() - issued.issuedMs >= testingLifeMs;
    return isOver ? undefined : issued;
  }
}
