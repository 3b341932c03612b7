import { backendOf } from '../backends/backends.ts';
import { readConfig } from '../config.ts';
import { monthlyRecap } from '../documents/kinds/monthly-recap.ts';
import { openDesk } from '../service/open-desk.ts';
import { runPass } from '../service/pass.ts';
import { isUnsaved } from '../service/save-documents.ts';
import type { Answer, Circumstances } from './answer.ts';

/**
 * Brings one month's recap up to date and says where it lies: a pass that wants this document alone. It refuses where
 * `run` does, and shows no ticket that the ledger has not promised; the cells are left to the next `run`.
 */
export const recap = async (
  { config: file, now, progress }: Circumstances,
  { month }: { readonly month: string },
): Promise<Answer> => {
  const config = readConfig(file);
  const desk = await openDesk(config, { now, toWrite: true, progress });
  const key = `${monthlyRecap.key}/${month}`;
  const isWanted = (document: { readonly key: string }): boolean => document.key === key;
  try {
    const { look, documents } = await runPass(desk, { now, only: isWanted });
    if (look.kind !== 'seen' || look.refusals.length > 0) {
      const reasons = look.refusals.map(({ text }) => `  ! ${text}`);
      return {
        text: [`The recap of ${month} was not made:`, ...reasons].join('\n'),
        data: { month, refusals: look.refusals },
        exit: 1,
      };
    }
    if (!look.wanted.flat().some(isWanted)) {
      return {
        text: `There is no recap of ${month}: the workbook has no request for that month, or it lies ahead.`,
        data: { month },
        exit: 1,
      };
    }
    const [outcome] = documents;
    const { id = '', url = '' } = (await desk.ledger.state()).documents.get(key) ?? {};
    const path = backendOf(config).addressOf({ id, url });
    if (outcome !== undefined && isUnsaved(outcome)) {
      return {
        text: `The recap of ${month} could not be saved: ${outcome.because}`,
        data: { month, path, outcome: outcome.kind },
        exit: 1,
      };
    }
    return {
      text: `${path}${outcome === undefined ? ' (unchanged)' : ''}`,
      data: { month, path, outcome: outcome?.kind ?? 'unchanged' },
      exit: 0,
    };
  } finally {
    await desk.close();
  }
};
