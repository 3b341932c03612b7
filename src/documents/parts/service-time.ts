/** The service time as papers spell it out: "6 jam 26 menit", "Rabu, 30 September 2026 pukul 09.14 WITA". */
import { remembering } from '../../core/cases/remembered.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { clockTime, longDay, longDuration, number } from '../../core/cases/wording.ts';
import { unbreakable } from '../../core/clock/event-time.ts';
import { zoneOf } from '../../core/clock/zones.ts';
import { clockSentence, clockShown, type Spelling } from '../../core/rules/word-service-clock.ts';
import { localTime } from '../../core/sheet/local-time.ts';

/** The sentence that explains it; `''` before the clock was read. */
export const serviceTimeSentence = remembering((subject: Case, situation): string => {
  const facts = subject.decided.clock;
  return facts === undefined
    ? ''
    : clockSentence({ facts, subject, situation, spelling: paperSpelling });
});

/** "6 jam 30 menit (terpenuhi)" */
export const serviceTimeShown = (subject: Case, situation: Situation): string => {
  const facts = subject.decided.clock;
  return facts === undefined
    ? ''
    : clockShown({ facts, subject, situation, spelling: paperSpelling });
};

const paperSpelling: Spelling = {
  length: (minutes) => unbreakable(longDuration(minutes)),
  hours: (hours) => unbreakable(`${number(hours)} jam`),
  moment: (at, timeZone) => {
    const local = localTime(at, timeZone);
    const time = `pukul ${clockTime(local)} ${zoneOf(timeZone)}`;
    return `${unbreakable(longDay(local.day))} ${unbreakable(time)}`;
  },
  time: (at, timeZone) => unbreakable(`pukul ${clockTime(at)} ${zoneOf(timeZone)}`),
};
