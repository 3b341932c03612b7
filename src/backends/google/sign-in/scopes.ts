import { ScopeMissingError } from './sign-in-errors.ts';
import type { StoredSignIn } from './token-file.ts';

/** What we ask an account for: the least that works. Google lets `drive.file` make the form too. */
export const deskScopes = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.file',
] as const;

/**
 * What people put into Drive shows to us only with the right to read all that the account may read; so it is asked for
 * where the office wants photos in its reports, and nowhere else.
 */
const photoScope = 'https://www.googleapis.com/auth/drive.readonly';

/** Sends mail as the account, and can read none; asked for where mail leaves by Gmail. */
const mailScope = 'https://www.googleapis.com/auth/gmail.send';

/** What the office has turned on beyond the least. */
export interface ExtraRights {
  /** Read what people put into Drive. */
  readonly photos?: boolean | undefined;
  /** Send mail by Gmail. */
  readonly mail?: boolean | undefined;
}

export const scopesFor = ({ photos, mail }: ExtraRights): readonly string[] => [
  ...deskScopes,
  ...(photos ? [photoScope] : []),
  ...(mail ? [mailScope] : []),
];

/** @throws ScopeMissingError */
export const refuseMissingScopes = (
  { scopes }: Pick<StoredSignIn, 'scopes'>,
  wanted: readonly string[],
): void => {
  const missing = wanted.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissingError(missing);
};
