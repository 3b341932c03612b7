/** The one document of a kind about one event: its key, its folder and its name. */
import type { Temporal } from 'temporal-polyfill';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { monthNames } from '../../core/cases/wording.ts';
import { dayOfCase } from '../../core/figures/by-month.ts';
import type { EventDocumentKind, WantedDocument } from '../document-kind.ts';
import { publicTopicOf } from './event-parts.ts';

export const eventDocument = (
  { key, title, folder }: Pick<EventDocumentKind, 'key' | 'title' | 'folder'>,
  subject: Case,
  {
    situation: { timeZone },
    isDraft = false,
    ...rest
  }: Pick<WantedDocument, 'view' | 'because' | 'photos' | 'signing'> & {
    readonly situation: Situation;
    readonly isDraft?: boolean;
  },
): WantedDocument => {
  const { ticket } = subject;
  const topic = shortTopic(publicTopicOf(subject));
  const day = dayOfCase(subject, timeZone);
  return {
    key: `${key}/${ticket}`,
    kind: key,
    ticket,
    folder: [folder, ...(day === undefined ? [] : [String(day.year), monthFolder(day)])],
    name: `${ticket} ${title}${topic === '' ? '' : ` - ${topic}`}${isDraft ? ' (Draf)' : ''}.docx`,
    ...rest,
  };
};

export const monthFolder = ({ month }: Temporal.PlainDate): string =>
  `${String(month).padStart(2, '0')} ${monthNames[month - 1]}`;

/** A long topic is cut at a word, so that the whole path stays within what Windows takes. */
const shortTopic = (topic: string): string => {
  const line = topic.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestTopic) return line;
  const cut = line.slice(0, longestTopic);
  const end = Math.max(cut.lastIndexOf(' '), longestTopic / 2);
  return `${cut.slice(0, end).trimEnd()}…`;
};

const longestTopic = 60;
