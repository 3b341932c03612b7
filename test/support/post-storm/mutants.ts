/** What the faults of mutants look like. */
import type { MessageKind } from '../../../src/core/messages/message-kind.ts';
import { LedgerConflictError } from '../../../src/ledger/errors.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import type { WayOut } from '../../../src/messages/way-out.ts';
import type { PostDesk } from '../post-desk.ts';

export const withoutFacts = (kind: MessageKind): MessageKind => ({
  ...kind,
  wants: (look) => kind.wants(look).map((message) => ({ ...message, facts: {} })),
});

/** Sends first and writes down afterwards. */
export const frozenLate = (ledger: Ledger): Ledger => {
  const waiting = new Map<string, () => Promise<void>>();
  return {
    ...ledger,
    post: {
      ...ledger.post,
      freeze: async (mail, at) => {
        waiting.set(mail.id, () => ledger.post.freeze(mail, at));
      },
      answer: async (id, answer, at) => {
        await waiting.get(id)?.();
        waiting.delete(id);
        try {
          await ledger.post.answer(id, answer, at);
        } catch (error) {
          if (!(error instanceof LedgerConflictError)) throw error;
        }
      },
    },
  };
};

/** Each attempt says its own hour. */
export const datedAnew = (way: WayOut, now: () => string): WayOut => ({
  ...way,
  send: (dispatch) =>
    way.send({
      ...dispatch,
      raw: Buffer.from(
        Buffer.from(dispatch.raw)
          .toString('latin1')
          .replace(/^Date: .*$/m, `Date: ${now()}`),
        'latin1',
      ),
    }),
});

export const typedAsAddress = (way: WayOut, rows: PostDesk['rows']): WayOut => ({
  ...way,
  send: (dispatch) => {
    const [to] = dispatch.envelope.to;
    const typed = rows.find(({ email }) => String(email).startsWith(to))?.email;
    return way.send({
      ...dispatch,
      envelope: { ...dispatch.envelope, to: [String(typed ?? to)] },
    });
  },
});
