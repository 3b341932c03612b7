/** By what an import knows an event again: in another sheet, in a row of the desk, after an earlier import. */
import { fold } from '../reading/spelling.ts';
import type { SourceEvent } from './read-source-event.ts';

/** What an event is known by, however its row is spelled: day, hour, title and office. */
export const identityOf = ({ values, days }: SourceEvent): string =>
  [
    days?.from.toString() ?? fold(values.get('startDay')?.shown ?? ''),
    values.get('startTime')?.shown ?? '',
    fold(values.get('event')?.shown ?? ''),
    fold(values.get('institution')?.shown ?? ''),
  ].join('|');

/** Day, title and office: what tells that a row of the desk is about the same event. */
export const sameEventOf = (event: {
  readonly day: string;
  readonly title: string;
  readonly institution: string;
}): string => `${event.day}|${fold(event.title)}|${fold(event.institution)}`;

/** @param number From 1, of the events with one identity. */
export const keyOf = (identity: string, number: number, digest: (text: string) => string): string =>
  digest(`event|${identity}|${number}`);

/** The key at the end of *Asal Impor*. */
export const keyInSource = (text: string): string | undefined => /\[(\w+)\]\s*$/.exec(text)?.[1];
