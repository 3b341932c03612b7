/** A message that somebody sent: kept for the test that asks, never delivered. */
export type SentMail = {
  readonly id: string;
  readonly threadId: string;
  /** Whose mailbox it was sent from. */
  readonly account: string;
  readonly sentMs: number;
  /** The message as it would arrive: headers, empty line, body (RFC 5322). */
  readonly raw: string;
  /** The same as it came from the program. */
  readonly handedOver: string;
};
