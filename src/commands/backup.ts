import { dirname, join, resolve } from 'node:path';
import { leftOut } from '../backup/desk-parts.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { CopiedPart, Manifest } from '../backup/manifest.ts';
import { readConfig } from '../config.ts';
import { counted } from '../core/plan/counted.ts';
import type { Answer, Circumstances } from './answer.ts';
import { shellWord } from './printed-commands.ts';
import { fromHere } from './summary.ts';

/** Copies the desk and proves the copy; the service may go on meanwhile. */
export const backup = async (
  { config: file, now, progress }: Circumstances,
  { to }: { readonly to?: string },
): Promise<Answer> => {
  const config = readConfig(file);
  const into = to === undefined ? join(dirname(config.file), 'Cadangan') : resolve(to);
  const { folder, manifest } = await makeBackup(config, { into, now, progress });
  return {
    text: [
      fromHere(folder),
      ...partLines(manifest),
      'Every file was read back and is whole; the ledger is sound.',
      ...leftOut(config).map((what) => `Not in it: ${what}.`),
      '',
      'The copy holds personal data: keep it where only the office can read it, and not on this disk alone.',
      `To bring it back: npx layanan-vicon restore --config ${shellWord(config.file)} ${shellWord(folder)}`,
    ].join('\n'),
    data: { folder, ...summaryOf(manifest), leftOut: leftOut(config) },
    exit: 0,
  };
};

/** How much of each part a copy holds. */
export const partLines = (manifest: Manifest): readonly string[] =>
  manifest.parts.map(
    (part) =>
      `  ${part.name}${part.name === 'ledger' ? ` (${counted(manifest.ledger.tickets, 'ticket')})` : ''}: ${counted(part.files.length, 'file')}, ${size(part)}`,
  );

/** The same for programs. */
export const summaryOf = ({ madeAt, ledger, parts }: Manifest): object => ({
  madeAt,
  tickets: ledger.tickets,
  parts: parts.map((part) => ({
    name: part.name,
    files: part.files.length,
    bytes: bytesOf(part),
  })),
});

const bytesOf = ({ files }: CopiedPart): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** "0.0 MB" would say that there is nothing. */
const size = (part: CopiedPart): string => {
  const bytes = bytesOf(part);
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
};
