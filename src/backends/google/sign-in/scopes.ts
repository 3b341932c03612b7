/** What we ask an account for: the least that works. Google lets `drive.file` make the form too. */
export const deskScopes = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.file',
] as const;
