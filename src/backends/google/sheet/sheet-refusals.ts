import { Temporal } from 'temporal-polyfill';
import { dayMs } from '../../../core/sheet/time-units.ts';
import { ServiceError } from '../../../errors.ts';
import { CallInDoubtError } from '../client/call-in-doubt.ts';
import { readFailure } from '../client/failure.ts';

/** Google knows no such tab or cell: the tabs that we remember are no longer those of the sheet. */
export class OutlineStaleError extends ServiceError {
  readonly code = 'sheet-outline-stale';

  constructor() {
    super({
      what: 'The tabs of the sheet changed while it was being read or written; nothing was written.',
      todo: 'The next pass looks again. If this stays, check that the tabs of the desk are all there.',
    });
  }
}

/** Passes a refusal on, as a stale outline where it is one. */
export const staleOr = (error: unknown): never => {
  if (
    /unable to parse range|no grid with id|exceeds grid limits|no sheet with id|attempting to write (row|column)/i.test(
      readFailure(error).text,
    )
  ) {
    throw new OutlineStaleError();
  }
  throw error;
};

/** The answer to new rows never came: they are there whole, or not at all. Whoever sends them next looks first. */
class RowsInDoubtError extends ServiceError {
  readonly code = 'google-in-doubt';

  constructor({ what }: ServiceError) {
    super({
      what: `${what} Whether the new rows came in is not known.`,
      todo: 'Check the network, then give the same command again: what came in already is not brought twice.',
    });
  }
}

/** Passes a refusal of new rows on, in words for whoever sent them. */
export const rowsInDoubt = (error: unknown): never => {
  throw error instanceof CallInDoubtError ? new RowsInDoubtError(error) : error;
};

/** Days and times in the sheet are of its own time zone; with another one than the office's every deadline is wrong. */
class SheetTimeZoneError extends ServiceError {
  readonly code = 'sheet-time-zone';

  constructor(sheet: string, office: string) {
    super({
      what: `The sheet's time zone is "${sheet}", the settings say "${office}". Nothing was read or written.`,
      todo: 'In the sheet, open File → Settings (Setelan) and choose the office\'s time zone; or correct "timeZone" in the settings.',
    });
  }
}

/** @throws SheetTimeZoneError */
export const refuseOtherTimeZone = (
  sheet: { readonly timeZone: string; readonly askedAt: number },
  office: string,
): void => {
  if (!isOfTimeZone(sheet, office)) throw new SheetTimeZoneError(sheet.timeZone, office);
};

/** Whether clocks in both zones show the same, summer and winter. */
export const isOfTimeZone = (
  { timeZone, askedAt }: { readonly timeZone: string; readonly askedAt: number },
  office: string,
): boolean => {
  const halfYearMs = 183 * dayMs;
  return [askedAt, askedAt + halfYearMs].every(
    (at) => offsetAt(timeZone, at) === offsetAt(office, at),
  );
};

const offsetAt = (timeZone: string, at: number): string | undefined => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset;
  } catch {
    return undefined;
  }
};
