/** What is agreed on with a requester: when and where, who comes, by which meeting. A change is a change of one of these. */
import { findByName } from '../../assignment/names.ts';
import type { MessageRecord, MessageView } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { serviceKindName } from '../../columns/choices.ts';
import {
  hourWords,
  momentWords,
  officeWords,
  requestWords,
  scheduleWords,
} from '../event-words.ts';

export const agreedWords = (subject: Case, situation: Situation): MessageView => ({
  ...officeWords(situation),
  ...requestWords(subject),
  ...scheduleWords(subject),
  layanan: serviceWords(subject),
  persiapan: preparationWords(subject, situation),
  ...leadWords(subject, situation),
  ...meetingWords(subject),
});

/** What a change is told of, in the order in which it is read. */
export const agreedNames = [
  { name: 'hari', label: 'Hari' },
  { name: 'waktu', label: 'Waktu' },
  { name: 'tempat', label: 'Tempat' },
  { name: 'layanan', label: 'Jenis layanan' },
  { name: 'petugas', label: 'Petugas' },
  { name: 'tautan', label: 'Tautan rapat' },
  { name: 'idRapat', label: 'ID rapat' },
  { name: 'akun', label: 'Akun Zoom' },
] as const;

/** Day, hour and place: what a confirmation is given for. */
export const scheduleNames: readonly string[] = ['hari', 'waktu', 'tempat'];

export interface Difference {
  readonly apa: string;
  /** `''` where nothing was said. */
  readonly dari: string;
  readonly menjadi: string;
}

/**
 * What of it is otherwise than he heard. That somebody or a link is named for the first time is told where it is of use: an
 * officer in the reminder, a link at once.
 */
export const differences = (
  view: MessageView,
  { view: heard }: Pick<MessageRecord, 'view'>,
  { names }: { readonly names?: readonly string[] } = {},
): readonly Difference[] =>
  agreedNames
    .filter(({ name }) => names?.includes(name) ?? true)
    .map(({ name, label }) => ({
      name,
      apa: label,
      dari: textOf(heard[name]),
      menjadi: textOf(view[name]),
    }))
    .filter(({ dari, menjadi }) => dari !== menjadi)
    .filter(({ name, dari }) => name !== 'petugas' || dari !== '')
    // What has become confidential is repeated by nobody.
    .filter(({ name }) => !(meetingNames.has(name) && view['tautanTertutup'] === true))
    .map(({ apa, dari, menjadi }) => ({ apa, dari, menjadi }));

const meetingNames: ReadonlySet<string> = new Set(['tautan', 'idRapat', 'akun']);

/** It is about the way into the meeting. */
export const isOfMeeting = ({ apa }: Difference): boolean =>
  agreedNames.some(({ name, label }) => label === apa && meetingNames.has(name));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const serviceWords = ({ request: { answers } }: Case): string =>
  answers.serviceKind === undefined ? '' : serviceKindName[answers.serviceKind];

/** From when on we are on site; `''` where nobody of ours goes. */
const preparationWords = ({ request: { answers } }: Case, { desk }: Situation): string => {
  const start = answers.schedule?.sessions[0]?.start;
  if (start === undefined || answers.serviceKind === 'link') return '';
  const from = start.subtract({ minutes: desk.settings.preparationMinutes });
  return from.toPlainDate().equals(start.toPlainDate()) ? hourWords(from) : momentWords(from);
};

/** Nobody is named who may still change. */
const leadWords = ({ decided }: Case, { desk }: Situation): MessageView => {
  const lead = decided.officers?.people.find(({ role }) => role === 'lead');
  const isKnown = lead !== undefined && !lead.provisional;
  const officer = isKnown ? findByName(lead.name, desk.officers) : undefined;
  return {
    petugas: isKnown ? (officer?.name ?? lead.name) : '',
    kontakPetugas: officer?.phone === undefined ? '' : dialled(officer.phone),
    petugasMenyusul: !isKnown && decided.officers?.kind !== 'not-needed',
  };
};

/** "0812…" as people dial it. */
const dialled = (phone: string): string => phone.replace(/^62/, '0');

/** The meeting, where it is ordinary; where it is not, that the way to it is told by word of mouth (clause I). */
const meetingWords = ({ request: { answers, staff }, decided }: Case): MessageView => {
  const isOurs = !answers.hostedElsewhere && answers.serviceKind !== 'operator';
  const isOpen = decided.disclosure?.mayPrintLink === true;
  const [link, id] = isOurs && isOpen ? [staff.meetingLink ?? '', staff.meetingId ?? ''] : ['', ''];
  const isReady = link !== '' || id !== '';
  return {
    tautan: link,
    idRapat: id,
    akun: isReady ? (decided.licence?.name ?? '') : '',
    tautanMenyusul: isOurs && isOpen && !isReady,
    tautanTertutup: isOurs && !isOpen,
    tautanPenyelenggara: answers.hostedElsewhere,
  };
};
