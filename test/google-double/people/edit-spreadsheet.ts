import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Account } from '../accounts.ts';
import { notFound } from '../api-error.ts';
import { applyRequests } from '../sheets/batch-update.ts';
import { openDraft } from '../sheets/draft.ts';
import type { Spreadsheet } from '../sheets/model.ts';
import { callerOn } from '../sheets/spreadsheet-access.ts';
import type { World } from '../world.ts';

/** Who works in the office when an action does not say who. */
export const staff = 'staf@vicon.example';

export const personOf = (email: string = staff): Account => ({ email, kind: 'user' });

/**
 * Lets a person edit a spreadsheet by hand; nothing changes when it throws.
 *
 * People reach what they were let into, so rights are not looked at, but protections are: a protected cell refuses them
 * as it refuses a program.
 */
export function editSpreadsheet<Result>(
  world: World,
  { spreadsheetId, by }: { readonly spreadsheetId: string; readonly by?: string | undefined },
  edit: (
    draft: Spreadsheet,
    request: (...requests: readonly sheets_v4.Schema$Request[]) => void,
  ) => Result,
): Result {
  const present = world.spreadsheets.get(spreadsheetId);
  if (!present || !world.files.has(spreadsheetId)) throw notFound();
  const person = personOf(by);
  const draft = openDraft(present);
  const caller = callerOn(world, spreadsheetId, person);
  const result = edit(draft, (...requests) => {
    applyRequests(draft, requests, { caller, mint: world.mint });
  });
  world.saveSpreadsheet(draft, person);
  return result;
}
