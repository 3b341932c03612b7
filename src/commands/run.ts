import { readConfig } from '../config.ts';
import { openRemembered } from '../core/cases/remembered.ts';
import { ServiceError } from '../errors.ts';
import { type OpenDesk, openDesk } from '../service/open-desk.ts';
import { clockFrom } from '../service/own-pace.ts';
import { keepRest, keptRest } from '../service/pass/kept-rest.ts';
import { lastLookAfter } from '../service/pass/rest.ts';
import { runPass } from '../service/pass.ts';
import { deliver } from '../service/post/deliver.ts';
import { nothingPosted, type PostOptions, type PostReport } from '../service/post/post-parts.ts';
import type { Answer, Circumstances } from './answer.ts';
import { needsPerson, postNeedsPerson, reportAsJson, summarise } from './summary.ts';

/** One pass. With `adopt`, tickets in the sheet are taken over because the ledger was lost. */
export const run = async (
  { config: file, now, uptime, progress }: Circumstances,
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
    const memory = openRemembered();
    // Whoever consents to something hears what becomes of it.
    const isConsent = acceptLargeChange || acceptEarlierClock || adopt;
    const quiet = isConsent ? undefined : await keptRest(desk.ledger);
    const report = await runPass(desk, {
      now,
      memory,
      ...(quiet && { quiet }),
      acceptLargeChange: acceptLargeChange || adopt,
      acceptEarlierClock,
      adopt,
    });
    const last = lastLookAfter(report);
    // Whoever rebuilds a ledger looks first.
    const post = adopt
      ? nothingPosted
      : await delivered(desk, {
          clock: clockFrom(now),
          memory,
          ...(last && { last }),
          ...(uptime && { uptime }),
        });
    if (!isConsent) await keepRest(desk.ledger, report);
    return {
      text: summarise(report, {
        workbook: desk.workbook.place,
        documents: await desk.documents.place(),
        post,
      }),
      data: { ...reportAsJson(report), messages: post },
      exit: needsPerson(report.look, report) || postNeedsPerson(post) ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};

/** What stops it takes nothing from the pass before it. */
const delivered = async (desk: OpenDesk, options: PostOptions): Promise<PostReport> => {
  try {
    return await deliver(desk, options);
  } catch (error) {
    if (error instanceof ServiceError) return { ...nothingPosted, stopped: error.message };
    throw error;
  }
};
