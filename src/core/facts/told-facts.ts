/** What was told of an event after it, read as the columns of Permohonan are: "2.15" is understood beside the schedule. */
import type { Temporal } from 'temporal-polyfill';
import type { FactField } from '../cases/desk.ts';
import type { Answers, Official, RecordingResult } from '../cases/request.ts';
import { clockTime } from '../cases/wording.ts';
import { textOf } from '../reading/cell-text.ts';
import { readActualTime } from '../reading/read-actual-time.ts';
import { readCount } from '../reading/read-count.ts';
import { readOfficial } from '../reading/read-official.ts';
import { readRecordingResult } from '../reading/read-recording.ts';
import { readYesNo } from '../reading/read-yes-no.ts';
import type { Reading } from '../reading/reading.ts';
import { fold } from '../reading/spelling.ts';
import type { Cell } from '../sheet/snapshot.ts';

/** One thing that somebody told, understood. */
export interface Understood {
  /** As it would stand in Permohonan. */
  readonly cell: Cell;
  /** Two that say the same have the same. */
  readonly meaning: string;
}

/** What a fact is understood beside. */
export interface ToldOf {
  readonly plannedLeader: Official | undefined;
  readonly schedule: Answers['schedule'];
  readonly timeZone: string;
  /** The day of the request: from it a missing year counts. */
  readonly reference: Temporal.PlainDate | undefined;
}

export const readTold: Readonly<
  Record<FactField, (cell: Cell, of: ToldOf) => Reading<Understood>>
> = {
  actualStart: (cell, of) => timeTold(cell, of),
  actualEnd: (cell, of) => timeTold(cell, of),
  attended: (cell) =>
    understood(readCount(cell), (count) => ({ cell: count, meaning: String(count) })),
  actualLeader: (cell, { plannedLeader }) =>
    understood(readOfficial(cell, plannedLeader), (official) => ({
      cell: textOf(cell),
      meaning: whoLed(official),
    })),
  incidents: (cell) =>
    understood(readYesNo(cell), (was) => {
      const word = was ? 'ya' : 'tidak';
      return { cell: word, meaning: word };
    }),
  recordingResult: (cell) =>
    understood(readRecordingResult(cell), (result) => ({
      cell: textOf(cell),
      meaning: whatBecame(result),
    })),
};

const timeTold = (cell: Cell, of: ToldOf): Reading<Understood> =>
  understood(readActualTime(cell, of), (time) => {
    const words = clockTime(time);
    return { cell: words, meaning: words };
  });

const understood = <T>(reading: Reading<T>, tell: (value: T) => Understood): Reading<Understood> =>
  reading.kind === 'read' ? { ...reading, value: tell(reading.value) } : reading;

const whoLed = ({ name, position = '', representedBy = '' }: Official): string =>
  [name, position, representedBy].map(fold).join('|');

const whatBecame = (result: RecordingResult): string => {
  switch (result.kind) {
    case 'link':
      return result.link;
    case 'withheld':
      return `withheld ${fold(result.why)}`;
    case 'not-recorded':
    case 'unknown':
      return result.kind;
  }
};
