/**
 * The other hours of its day at which an event would have more of the things that are short, as its requester reads of them.
 *
 * They hold for the moment at which they are told and nothing is kept free for them, which whoever prints them has to say.
 */
import type { Case, OtherHours, Quantity } from '../cases/situation.ts';
import { timePhrase } from '../clock/event-time.ts';
import { placeKey } from '../clock/window.ts';
import { lackingIn } from './at-other-hours.ts';

export interface OfferedHours {
  /** "10.30 s.d. 12.30 WITA" */
  readonly waktu: string;
  /** "2 petugas, akun Zoom, 1 Speaker" */
  readonly tersedia: string;
  /** What would be short even then: "1 Tripod Kamera"; mostly empty. */
  readonly kurang: string;
}

/** Only where more of the things would be there: of people and licences that are short the requester is told nothing. */
export const offeredHours = (subject: Case): readonly OfferedHours[] => {
  const { pieces } = lackingIn(subject.decided);
  return (subject.decided.otherHours ?? [])
    .filter(({ lack }) => lack.pieces < pieces)
    .map((offer) => ({
      waktu: timePhrase(offer.schedule).replaceAll('\u00A0', ' '),
      tersedia: availableWords(offer, subject, {
        people: peopleWords(offer),
        ...(offer.licence && { licence: zoomAccount }),
      }).join(', '),
      // Somebody for the network is the office's to find.
      kurang: stillShortWords({ ...offer, lack: { ...offer.lack, network: false } }).join(', '),
    }));
};

/** What would be there: people and the licence as their reader calls them and, of things, those that are short now. */
export const availableWords = (
  { officers, reserved }: OtherHours,
  { decided }: Pick<Case, 'decided'>,
  { people, licence }: { readonly people: string; readonly licence?: string },
): readonly string[] => {
  const short = new Set((decided.equipment?.shortage ?? []).map(({ name }) => placeKey(name)));
  return [
    ...(officers > 0 ? [people] : []),
    ...(licence === undefined ? [] : [licence]),
    ...quantityWords(reserved.filter(({ name }) => short.has(placeKey(name)))),
  ];
};

export const peopleWords = ({ officers }: Pick<OtherHours, 'officers'>): string =>
  `${officers} petugas`;

/** What would be short even then. */
export const stillShortWords = ({ lack, shortage }: OtherHours): readonly string[] => [
  ...(lack.lead ? ['petugas'] : []),
  ...(lack.licence ? [zoomAccount] : []),
  ...(lack.network ? ['petugas jaringan'] : []),
  ...quantityWords(shortage),
];

const zoomAccount = 'akun Zoom';

const quantityWords = (things: readonly Quantity[]): readonly string[] =>
  things.map(({ name, quantity }) => `${quantity} ${name}`);
