/**
 * What one request of the full kind asks of the desk's people besides the sheet, act by act, as it was before the desk told
 * anybody anything; and by which message, sent about this request, an act is spared.
 */
import type { MessageRecord } from '../../../src/core/cases/messages.ts';

export interface Act {
  readonly name: string;
  /** Whether the service did it: told by what left the desk about this request. */
  readonly isSpared: (said: readonly MessageRecord[]) => boolean;
}

const by =
  (kinds: readonly string[], { least = 1 }: { readonly least?: number } = {}): Act['isSpared'] =>
  (said) =>
    new Set(
      said.flatMap(({ kind, thread, number }) =>
        kinds.includes(kind) ? [`${thread}/${number}`] : [],
      ),
    ).size >= least;

/** Asked of somebody who was there, by name. */
const asks =
  (header: string): Act['isSpared'] =>
  (said) =>
    said.some(
      ({ kind, view }) => factKinds.includes(kind) && JSON.stringify(view).includes(header),
    );

const factKinds = ['thanks', 'facts', 'officer-facts', 'chasing', 'officer-chasing'];

const byHand: Act['isSpared'] = () => false;

export const acts: readonly Act[] = [
  { name: 'tell the requester his number', isSpared: by(['receipt', 'questions']) },
  { name: 'ask the requester for what is missing', isSpared: by(['questions']) },
  { name: 'take down what he answers', isSpared: byHand },
  { name: 'talk the event over with the requester', isSpared: byHand },
  { name: 'ask the network team', isSpared: by(['network-question']) },
  { name: 'make the meeting in Zoom', isSpared: byHand },
  { name: 'tell the requester that it is confirmed', isSpared: by(['confirmation']) },
  { name: 'send him the link', isSpared: by(['confirmation', 'change']) },
  { name: 'tell him what equipment he has to bring', isSpared: by(['shortage']) },
  { name: 'tell the lead officer of his duty', isSpared: by(['duty']) },
  { name: 'tell the second officer', isSpared: by(['duty'], { least: 2 }) },
  { name: 'tell the network officer', isSpared: by(['duty'], { least: 2 }) },
  {
    name: 'tell the requester that the change is taken up',
    isSpared: by(['change', 'confirmation']),
  },
  {
    name: 'tell the lead officer of the change',
    isSpared: by(['duty-change', 'duty'], { least: 3 }),
  },
  { name: 'tell the second officer of it', isSpared: by(['duty-change', 'duty'], { least: 4 }) },
  { name: 'tell the network officer of it', isSpared: by(['duty-change', 'duty'], { least: 4 }) },
  {
    name: "put it into the officers' calendars",
    isSpared: (said) => said.some(({ invitation }) => invitation !== undefined),
  },
  { name: 'remind the requester', isSpared: by(['reminder']) },
  { name: 'remind the lead officer', isSpared: by(['duty-reminder']) },
  { name: 'remind the other officers', isSpared: by(['duty-reminder'], { least: 2 }) },
  { name: 'thank, and ask for the survey', isSpared: by(['thanks']) },
  { name: 'ask who led', isSpared: asks('Pejabat Memimpin') },
  { name: 'ask when it began and ended', isSpared: asks('Mulai Aktual') },
  { name: 'ask how many came', isSpared: asks('Peserta Hadir') },
  { name: 'ask whether anything went wrong', isSpared: asks('Kendala Ada') },
  { name: 'ask for the recording', isSpared: asks('Hasil Rekaman') },
  { name: 'type the answers over', isSpared: asks('Pejabat Memimpin') },
  { name: 'tell the supervisor that a report waits', isSpared: by(['supervisor-queue', 'queue']) },
  { name: 'sign it and file the scan', isSpared: byHand },
];
