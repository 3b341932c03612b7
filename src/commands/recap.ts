import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { openDesk } from '../service/open-desk.ts';
import { look, promise } from '../service/pass.ts';
import { saveDocuments } from '../service/save-documents.ts';
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
  try {
    const seen = await look(desk, { now });
    if (seen.refusals.length > 0) {
      const reasons = seen.refusals.map(({ text }) => `  ! ${text}`);
      return {
        text: [`The recap of ${month} was not made:`, ...reasons].join('\n'),
        data: { month, refusals: seen.refusals },
        exit: 1,
      };
    }
    const key = `rekap/${month}`;
    const wanted = seen.wanted.filter((document) => document.key === key);
    if (wanted.length === 0) {
      return {
        text: `There is no recap of ${month}: the workbook has no request for that month, or it lies ahead.`,
        data: { month },
        exit: 1,
      };
    }
    await promise(desk, seen);
    const known = seen.ledgerState.documents;
    const { outcomes } = await saveDocuments(desk, { now, wanted, known }, now.toString());
    const [outcome] = outcomes;
    const { id = '', url = '' } = (await desk.ledger.state()).documents.get(key) ?? {};
    const path = config.google === undefined ? join(config.documents, id) : url;
    const kept = outcome?.kind === 'kept';
    return {
      text: kept
        ? `The recap of ${month} could not be saved: ${outcome.because}`
        : `${path}${outcome === undefined ? ' (unchanged)' : ''}`,
      data: { month, path, outcome: outcome?.kind ?? 'unchanged' },
      exit: kept ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};
