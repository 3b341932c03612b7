/** Whether mail can leave by Gmail. Looked at only where the settings send by it. */
import { tryGmail } from '../../backends/google/mail/gmail.ts';
import { type Check, right } from './check.ts';
import type { GoogleToCheck } from './sign-in-checks.ts';

export const mailChecks = ({
  mail,
  credentials,
  token,
  endpoint,
  fetch,
}: GoogleToCheck): readonly Check[] =>
  mail
    ? [
        {
          name: 'mail by Gmail',
          needs: ['sign-in'],
          look: async () => {
            await tryGmail({ credentials, token, endpoint, ...(fetch && { fetch }) });
            return right();
          },
        },
      ]
    : [];
