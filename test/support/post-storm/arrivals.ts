/** What arrived: at the mail server, or as files that people take out of the outbox and put away. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { SmtpSink } from '../smtp-sink.ts';

export interface Arrival {
  /** Of the mail, not of its delivery. */
  readonly id: string;
  /** Every byte as a character. */
  readonly data: string;
  readonly to: readonly string[];
}

export interface Arrivals {
  /** Since it was asked the last time, in their order. */
  fresh(): readonly Arrival[];
  /** Somebody sends the files by his own program. */
  takeAway(): void;
}

export const atServer = ({ deliveries }: SmtpSink): Arrivals => {
  let known = 0;
  return {
    fresh: () => {
      const fresh = deliveries.slice(known).map(({ data, to }) => ({ id: idIn(data), data, to }));
      known = deliveries.length;
      return fresh;
    },
    takeAway: () => undefined,
  };
};

export const outboxName = 'Pesan Keluar';
const takenName = 'Terkirim';

/** A file that was seen is the same one wherever it was put; another one of its name is another delivery. */
export const inOutbox = (folder: string): Arrivals => {
  let taken = 0;
  const seen = new Set<string>();
  const filesIn = (name: string): readonly string[] => {
    const place = join(folder, name);
    return existsSync(place) ? readdirSync(place).filter((file) => file.endsWith('.eml')) : [];
  };
  return {
    fresh: () =>
      filesIn(outboxName)
        .filter((file) => !seen.has(file))
        .map((file) => {
          seen.add(file);
          const data = readFileSync(join(folder, outboxName, file)).toString('latin1');
          return { id: idIn(data), data, to: [addressIn(data)] };
        }),
    takeAway: () => {
      for (const file of filesIn(outboxName)) {
        taken += 1;
        mkdirSync(join(folder, takenName), { recursive: true });
        renameSync(join(folder, outboxName, file), join(folder, takenName, `${taken} ${file}`));
        seen.delete(file);
      }
    },
  };
};

const addressIn = (data: string): string =>
  /^To: (?:.*<)?([^<>\r\n]+?)>?\r$/m.exec(data.replaceAll(/\r\n[ \t]/g, ' '))?.[1] ?? '';

const idIn = (data: string): string => /^Message-ID:\s*<([^>]+)>/im.exec(data)?.[1] ?? '';
