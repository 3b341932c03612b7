/** What people type after an option of the command line, as the commands take it; what cannot be read is said by commander. */
import { InvalidArgumentError } from 'commander';
import { Temporal } from 'temporal-polyfill';

export const readMoment = (text: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new InvalidArgumentError(
      'It must be a moment with its offset, such as 2026-11-23T09:00+08:00 or 2026-11-23T01:00Z.',
    );
  }
};

export const readPort = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('It must be a port from 1 to 65535.');
  return port;
};

export const readMonth = (text: string): string => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    throw new InvalidArgumentError('It must be a month such as 2026-11.');
  return text;
};

export const readDay = (text: string): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new InvalidArgumentError('It must be a day such as 2026-12-03.');
  }
};

export const readCount = (text: string): number => {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It must be a number such as 90.');
  return Number(text);
};

export const readMinutes = (text: string): number => {
  const minutes = readCount(text);
  if (minutes === 0) throw new InvalidArgumentError('It must be a number such as 90.');
  return minutes;
};
