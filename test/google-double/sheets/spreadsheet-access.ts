import type { Account } from '../accounts.ts';
import { ApiError, forbidden, notFound } from '../api-error.ts';
import { type Call, piece } from '../call.ts';
import { programOf, roleOn } from '../drive/access.ts';
import type { World } from '../world.ts';
import type { Spreadsheet } from './model.ts';
import type { Caller } from './protection.ts';

/**
 * The spreadsheet that a call names, if the caller may read or write it.
 *
 * A file that was deleted or never shared answers 403, as recorded; an id that no file ever had answers 404.
 * Any other file answers 400, a workbook of Excel's too although the editor opens it. Belief (likely) from public reports
 * (theoephraim/node-google-spreadsheet 651, tidyverse/googlesheets4 275).
 */
export function spreadsheetFor(
  call: Call,
  wish: 'read' | 'write',
  id = piece(call, 0),
): Spreadsheet {
  const spreadsheet = call.world.spreadsheets.get(id);
  const file = call.world.files.get(id);
  if (!file) throw call.world.deletedIds.has(id) ? forbidden() : notFound();
  const role = roleOn(call.world, file, call.account);
  const canRead = role !== undefined;
  const canWrite = role === 'owner' || role === 'writer';
  if (!(wish === 'read' ? canRead : canWrite)) throw forbidden();
  if (!spreadsheet) throw noSpreadsheet();
  return spreadsheet;
}

const noSpreadsheet = (): ApiError =>
  new ApiError({
    status: 400,
    reason: 'failedPrecondition',
    message: 'This operation is not supported for this document',
  });

export const callerOf = (call: Call): Caller => callerOn(call.world, piece(call, 0), call.account);

/** What somebody is to a spreadsheet. */
export function callerOn(world: World, spreadsheetId: string, account: Account): Caller {
  const file = world.files.get(spreadsheetId);
  const isOwner = file !== undefined && roleOn(world, file, account) === 'owner';
  return { email: account.email, program: programOf(account), isOwner, nowMs: world.now() };
}

/** What somebody is to a spreadsheet that they make. */
export const ownerOf = ({ account, world }: Pick<Call, 'account' | 'world'>): Caller => ({
  email: account.email,
  program: programOf(account),
  isOwner: true,
  nowMs: world.now(),
});
