/**
 * What one request of the full kind asks of the desk's people besides the sheet, act by act, as it was before the desk told
 * anybody anything; and by which message, sent about this request, an act is spared.
 */
import type { MessageRecord } from '../../../src/core/cases/messages.ts';

export interface Act {
  readonly name: string;
  /** Whether the service did it: told by what left the desk about this request. */
  readonly isSpared: (said: readonly MessageRecord[], officers: number) => boolean;
}

const by =
  (...kinds: readonly string[]): Act['isSpared'] =>
  (said) =>
    said.some(({ kind }) => kinds.includes(kind));

/** Each of the officers on duty after the first was told, too. */
const each =
  (nth: 1 | 2 | 3, ...kinds: readonly string[]): Act['isSpared'] =>
  (said, officers) => {
    const told = new Set(
      said.flatMap(({ kind, to: { name = '' } }) => (kinds.includes(kind) ? [name] : [])),
    );
    return told.size >= Math.min(nth, officers);
  };

/** Asked of somebody who was there, by name. */
const asks =
  (words: RegExp): Act['isSpared'] =>
  (said) =>
    said.some((message) => isNudge(message) && words.test(JSON.stringify(message.view)));

/** Asks for the facts of the report. */
export const isNudge = ({ kind }: Pick<MessageRecord, 'kind'>): boolean =>
  kind === 'thanks' || kind === 'chase' || kind === 'officer-chase';

const byHand: Act['isSpared'] = () => false;

/** Spared only where a form brings the answers. */
export const typingOver = 'type the answers over';

export const acts: readonly Act[] = [
  { name: 'tell the requester his number', isSpared: by('receipt', 'questions') },
  { name: 'ask the requester for what is missing', isSpared: by('questions') },
  { name: 'take down what he answers', isSpared: byHand },
  { name: 'talk the event over with the requester', isSpared: byHand },
  { name: 'ask the network team', isSpared: by('network-question') },
  { name: 'make the meeting in Zoom', isSpared: byHand },
  { name: 'tell the requester that it is confirmed', isSpared: by('confirmation') },
  { name: 'send him the link', isSpared: by('confirmation', 'change') },
  { name: 'tell him what equipment he has to bring', isSpared: by('shortage') },
  { name: 'tell the lead officer of his duty', isSpared: each(1, 'duty') },
  { name: 'tell the second officer', isSpared: each(2, 'duty') },
  { name: 'tell the network officer', isSpared: each(3, 'duty') },
  { name: 'tell the requester that the change is taken up', isSpared: by('change') },
  { name: 'tell the lead officer of the change', isSpared: each(1, 'duty-change', 'duty') },
  { name: 'tell the second officer of it', isSpared: each(2, 'duty-change', 'duty') },
  { name: 'tell the network officer of it', isSpared: each(3, 'duty-change', 'duty') },
  {
    name: "put it into the officers' calendars",
    isSpared: (said) => said.some(({ invitation }) => invitation !== undefined),
  },
  { name: 'remind the requester', isSpared: by('reminder') },
  { name: 'remind the lead officer', isSpared: each(1, 'duty-reminder') },
  { name: 'remind the other officers', isSpared: each(3, 'duty-reminder') },
  { name: 'thank, and ask for the survey', isSpared: by('thanks') },
  { name: 'ask who led', isSpared: asks(/memimpin/i) },
  { name: 'ask when it began and ended', isSpared: asks(/jam|pukul/i) },
  { name: 'ask how many came', isSpared: asks(/peserta/i) },
  { name: 'ask whether anything went wrong', isSpared: asks(/kendala/i) },
  { name: 'ask for the recording', isSpared: asks(/rekam/i) },
  { name: typingOver, isSpared: asks(/memimpin/i) },
  { name: 'tell the supervisor that a report waits', isSpared: by('signing-queue') },
  { name: 'sign it and file the scan', isSpared: byHand },
];
