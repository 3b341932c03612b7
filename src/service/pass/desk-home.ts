/** From which workbook a ledger is worked with, so that no second office goes on with it unseen. */
import type { DeskHome } from '../../core/plan/other-desk.ts';
import type { PassParts } from './pass-parts.ts';

const name = 'desk.home';

type HomeParts = Pick<PassParts, 'ledger' | 'home'>;

export const homeOf = async ({ ledger, home }: HomeParts): Promise<DeskHome> => {
  if (home === undefined) return { kind: 'as before' };
  const before = await ledger.recall(name);
  if (before === home) return { kind: 'as before' };
  return { kind: 'another', now: home, ...(before !== undefined && { before }) };
};

/** Notes it where nobody refused it. */
export const noteHome = async (
  { ledger, home = '' }: HomeParts,
  known: DeskHome,
): Promise<void> => {
  if (known.kind === 'another') await ledger.remember(name, home);
};
