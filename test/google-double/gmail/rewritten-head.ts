import type { Account } from '../accounts.ts';

/** Fields of a head, each with the lines that it is folded over. */
const fieldsOf = (head: string): readonly string[] => head.split(/\r?\n(?![ \t])/u);

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).toLowerCase();

const addressOf = (field: string): string =>
  (/<([^<>]*)>\s*$/u.exec(field)?.[1] ?? field.slice(field.indexOf(':') + 1)).trim().toLowerCase();

/**
 * The message as Gmail sends it on: it has an id of Google's own, the program's is kept nowhere, and a sender that is
 * no address of the account has become the account, name and all.
 */
export function rewritten(
  message: string,
  { account, messageId }: { readonly account: Account; readonly messageId: string },
): string {
  const end = /\r?\n\r?\n/u.exec(message)?.index ?? message.length;
  const own = [account.email, ...(account.aliases ?? [])].map((each) => each.toLowerCase());
  const fields = fieldsOf(message.slice(0, end));
  const from = fields.find((field) => nameOf(field) === 'from');
  const sender =
    from !== undefined && own.includes(addressOf(from)) ? from : `From: ${account.email}`;
  const kept = fields.filter((field) => !['from', 'message-id'].includes(nameOf(field)));
  return (
    [sender, ...kept, `Message-ID: <${messageId}@mail.gmail.com>`].join('\r\n') + message.slice(end)
  );
}

/** To whom a message is to go: somebody in `To`, `Cc` or `Bcc`. */
export const hasRecipient = (message: string): boolean =>
  fieldsOf(message.split(/\r?\n\r?\n/u)[0] ?? '').some((field) =>
    /^(?:to|cc|bcc):\s*\S/iu.test(field),
  );
