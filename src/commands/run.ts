import { readConfig } from '../config.ts';
import { openDesk } from '../service/open-desk.ts';
import { runPass } from '../service/pass.ts';
import type { Answer, Circumstances } from './answer.ts';
import { needsPerson, reportAsJson, summarise } from './summary.ts';

/** One pass. With `adopt`, tickets in the sheet are taken over because the ledger was lost. */
export const run = async (
  { config: file, now, progress }: Circumstances,
  {
    acceptLargeChange = false,
    acceptEarlierClock = false,
    adopt = false,
  }: {
    readonly acceptLargeChange?: boolean;
    readonly acceptEarlierClock?: boolean;
    readonly adopt?: boolean;
  },
): Promise<Answer> => {
  const config = readConfig(file);
  const desk = await openDesk(config, { now, toWrite: true, adopt, progress });
  try {
    const report = await runPass(desk, {
      now,
      acceptLargeChange: acceptLargeChange || adopt,
      acceptEarlierClock,
      adopt,
    });
    return {
      text: summarise(report, {
        workbook: desk.workbook.place,
        documents: await desk.documents.place(),
      }),
      data: reportAsJson(report),
      exit: needsPerson(report.look, report) ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};
