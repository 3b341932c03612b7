/** One mail to the sender's own address, by the way that messages leave: sent only where somebody asks for it. */
import type { Temporal } from 'temporal-polyfill';
import type { Config } from '../../config.ts';
import { composeMail } from '../../messages/compose-mail.ts';
import { openPost } from '../../service/post/open-post.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';

export const trialMail = (config: Config, now: Temporal.Instant): Check => ({
  name: 'trial mail',
  needs: [],
  look: async (): Promise<Diagnosis> => {
    const post = await openPost(config);
    if (post?.from === undefined) {
      return { state: 'skipped', what: 'the settings name no sender as "messages.from"' };
    }
    const { from, wayOut } = post;
    const mail = await composeMail({
      to: from.address,
      from,
      subject: 'Pesan percobaan',
      text: 'Ini pesan percobaan dari layanan video conference. Bila pesan ini sampai, pesan kepada pemohon dan petugas juga dapat terkirim.\n',
      date: now,
    });
    if (mail.kind === 'asked') return wrong(`"messages.from" ${mail.question}`, 'Correct it.');
    const outcome = await wayOut.send({ id: `trial.${now.epochMilliseconds}`, ...mail });
    switch (outcome.kind) {
      case 'sent':
        return right(
          `handed over by "${wayOut.name}"; look whether it arrives at the sender's own address`,
        );
      case 'unknown':
        return warned(
          `Nobody knows whether it was taken over: ${outcome.why}.`,
          "Look whether it arrives at the sender's own address.",
        );
      case 'refused':
      case 'paused':
        return wrong(
          `"${wayOut.name}" did not take it over: ${outcome.why}.`,
          'Mend what it says; until then messages wait, and Pesan shows them.',
        );
    }
  },
});
