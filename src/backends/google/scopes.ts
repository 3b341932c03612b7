/** What we ask an account for: the least that works, and more only for what somebody turns on. */
export const deskScopes = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.file',
] as const;

/** To make the form, and for nothing else. */
export const formScope = 'https://www.googleapis.com/auth/forms.body';
