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

export const scopesFor = ({ photos }: { readonly photos: boolean }): readonly string[] =>
  photos ? [...deskScopes, photoScope] : deskScopes;
