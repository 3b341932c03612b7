/** How a draft on WhatsApp is written: the text comes from the office's files, and what it must not print is taken out before. */
import type { MessageView } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import type { MessageKind, WantedMessage } from '../message-kind.ts';

/** A message without what a draft must not print. */
export type Draftable = Pick<WantedMessage, 'to' | 'view'>;

export interface DraftWriter {
  /** Of the texts: equal marks write equal drafts. */
  readonly mark: string;
  readonly textOf: (kind: MessageKind, message: Draftable) => string;
  /** Opens a draft with this text; `undefined` where the number cannot have one. */
  readonly linkTo: (phone: string, text: string) => string | undefined;
}

/**
 * Who has link and passcode can enter. A draft stands in the cell, in the address and in the browser's history, so it
 * prints neither, whatever its text asks for.
 */
export const withoutAccess = (
  { to, view }: Pick<WantedMessage, 'to' | 'view'>,
  { request: { staff } }: Pick<Case, 'request'>,
): Draftable => {
  const secrets = [staff.meetingLink, staff.meetingId].flatMap((secret) => {
    const bare = secret?.trim() ?? '';
    return bare === '' ? [] : [bare];
  });
  const isSecret = (text: string): boolean =>
    secrets.some((secret) => text.includes(secret)) || meetingAddress.test(text);
  const bared = (value: unknown): unknown => {
    if (typeof value === 'string') return isSecret(value) ? '' : value;
    if (Array.isArray(value)) return value.map(bared);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bared(each)]));
  };
  return { to, view: bared(view) as MessageView };
};

const meetingAddress =
  /\b(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com)\b/i;
