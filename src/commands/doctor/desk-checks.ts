/** What every desk has, wherever its workbook lies: templates, ledger, schedule. */
import type { Config } from '../../config.ts';
import { DeskBusyError } from '../../ledger/errors.ts';
import { claimDeskAt, mayBeThere, openLedgerAt } from '../../ledger/ledger-home.ts';
import { checkTemplates } from '../check-templates.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';

export const deskChecks = (config: Config): readonly Check[] => [
  {
    name: 'templates',
    needs: [],
    look: () =>
      checkTemplates({}, { dir: config.templates }).exit === 0
        ? right()
        : wrong(
            `At least one template in "${config.templates}" cannot be used.`,
            'Run "npx layanan-vicon check-templates" to see what is wrong in which line.',
          ),
  },
  { name: 'ledger', needs: [], look: () => judgeLedger(config.ledger) },
  { name: 'schedule', needs: [], look: () => judgeSchedule(config.schedule) },
  ...(config.messages.by === 'smtp'
    ? [{ name: 'mail server', needs: [], look: () => judgeMailServer(config) }]
    : []),
];

/** Opens it as `plan` does, so that a look changes nothing. */
const judgeLedger = async (where: string): Promise<Diagnosis> => {
  if (!mayBeThere(where)) return right('not there yet; the first "npx layanan-vicon run" makes it');
  const ledger = await openLedgerAt(where, { readOnly: true });
  await ledger.close();
  try {
    const claim = await claimDeskAt(where);
    await claim.release();
    return right();
  } catch (error) {
    if (!(error instanceof DeskBusyError)) throw error;
    return warned(error.what, 'Nothing to do if that is the "serve" of this desk.');
  }
};

const judgeSchedule = async (pattern: string): Promise<Diagnosis> => {
  const { validate } = await import('node-cron');
  return validate(pattern)
    ? right(pattern)
    : wrong(
        `"${pattern}" is not a schedule.`,
        'Correct "schedule" in the settings, for example "*/5 * * * *" for every five minutes.',
      );
};

/** Connects and signs in, and sends nothing. */
const judgeMailServer = async ({ messages }: Config): Promise<Diagnosis> => {
  const { smtpServerOf } = await import('../../service/post/open-post.ts');
  const server = smtpServerOf(messages);
  if (server === undefined) return wrong('No mail server is named.', 'Set "messages.smtp".');
  const { trySmtp } = await import('../../messages/smtp.ts');
  await trySmtp(server);
  return right(`${server.host}:${server.port}`);
};
