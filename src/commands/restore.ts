import { dirname, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { leftOut } from '../backup/desk-parts.ts';
import { restoreBackup } from '../backup/restore.ts';
import { settingsPath } from '../config.ts';
import type { LedgerState } from '../core/cases/ledger-state.ts';
import { counted } from '../core/plan/counted.ts';
import { momentIn } from '../core/plan/tell-life.ts';
import { openLedgerAt } from '../ledger/ledger-home.ts';
import type { Answer, Circumstances } from './answer.ts';
import { partLines, summaryOf } from './backup.ts';
import { shellWord } from './printed-commands.ts';
import { fromHere } from './summary.ts';

/** Brings a copy back, and says what may have happened since it was made. */
export const restore = async (
  { config: file, now, progress }: Circumstances,
  { folder, replace = false }: { readonly folder: string; readonly replace?: boolean },
): Promise<Answer> => {
  const { config, manifest, places, kept } = await restoreBackup(resolve(folder), {
    settings: settingsPath(file),
    replace,
    now,
    progress,
  });
  const mayHaveLeft = dueBy(await stateIn(config.ledger), now);
  const todo = [
    ...leftOut(config).map((what) => `Not in the copy: ${what}.`),
    ...(mayHaveLeft.length === 0
      ? []
      : [
          `${counted(mayHaveLeft.length, 'message')} waited when the copy was made, and may have left since. The next run hands over what waits; to keep one back, name its kind in Pengaturan, Pesan yang Dimatikan, first.`,
        ]),
  ];
  return {
    text: [
      places.length === 0
        ? 'Everything lies there as in the copy; nothing was written.'
        : `Restored the desk in ${fromHere(dirname(config.file))} as it was at ${momentIn(Temporal.Instant.from(manifest.madeAt), config.timeZone)}:`,
      ...(places.length === 0 ? [] : partLines(manifest)),
      ...kept.map((place) => `Kept what was there: ${fromHere(place)}`),
      ...(todo.length === 0 ? [] : ['', 'To do:', ...todo.map((line, i) => `${i + 1}. ${line}`)]),
      '',
      `Look first: npx layanan-vicon plan --config ${shellWord(config.file)}`,
    ].join('\n'),
    data: { ...summaryOf(manifest), restored: places, kept, mayHaveLeft, todo },
    exit: todo.length === 0 ? 0 : 1,
  };
};

const stateIn = async (where: string): Promise<LedgerState> => {
  const ledger = await openLedgerAt(where, { readOnly: true });
  try {
    return await ledger.state();
  } finally {
    await ledger.close();
  }
};

/** Keys of messages that would have left by now. */
const dueBy = ({ messages }: LedgerState, now: Temporal.Instant): readonly string[] =>
  [...messages.values()]
    .flat()
    .filter(
      ({ state, notBefore }) =>
        state.kind === 'waiting' && Temporal.Instant.compare(notBefore, now) <= 0,
    )
    .map(({ key }) => key);
