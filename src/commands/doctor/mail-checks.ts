/** Whether mail can leave by Gmail, and in whose name. Looked at only where the settings send by it. */
import { tryGmail } from '../../backends/google/mail/gmail.ts';
import { type Check, right, warned } from './check.ts';
import type { GoogleToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const mailChecks = (
  { mailFrom, credentials, token, endpoint, fetch }: GoogleToCheck,
  session: () => SignInUnderTest,
): readonly Check[] =>
  mailFrom === undefined
    ? []
    : [
        {
          name: 'mail by Gmail',
          needs: ['sign-in'],
          look: async () => {
            await tryGmail({ credentials, token, endpoint, ...(fetch && { fetch }) });
            const { address, who } = session();
            return (await address()).toLowerCase() === mailFrom.toLowerCase()
              ? right()
              : warned(
                  `"messages.from" is not the signed-in account (${await who()}): unless Gmail knows it as an address of that account, Google puts the account in its place.`,
                  'Name the account as "messages.from" (and the office as "messages.replyTo"), or add the address in Gmail under Settings → Accounts → "Send mail as".',
                );
          },
        },
      ];
