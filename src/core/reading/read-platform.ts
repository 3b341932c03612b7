import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { fold, isLike } from './spelling.ts';

const spellings: readonly (readonly [string, readonly string[]])[] = [
  ['Zoom', ['zoom', 'zoommeeting', 'zoommeetings', 'zoon', 'zom']],
  ['Google Meet', ['googlemeet', 'gmeet', 'meet', 'googlemeeting']],
  ['Microsoft Teams', ['microsoftteams', 'msteams', 'teams', 'microsoftteam']],
  ['YouTube', ['youtube', 'yt']],
  ['Webex', ['webex', 'ciscowebex']],
];

/** The platform by its usual name; Zoom unless something else is said, and what is unknown stays as typed. */
export const readPlatform = (cell: Cell | undefined): string => {
  const text = answerOf(cell);
  if (text === undefined) return 'Zoom';
  const words = fold(text).split(' ');
  const squashed = words.join('');
  const whole = spellings.find(([, names]) => names.some((name) => isLike(squashed, name)));
  const named = whole ?? spellings.find(([, names]) => words.some((word) => names.includes(word)));
  return named?.[0] ?? text;
};
