import { forbidden, notFound } from '../api-error.ts';
import { type Call, piece } from '../call.ts';
import { roleOn } from '../drive/access.ts';
import type { Spreadsheet } from './model.ts';
import type { Writer } from './protection.ts';

/**
 * The spreadsheet that a call names, if the caller may read or write it.
 *
 * A file that was deleted or never shared answers 403, as recorded; an id that no file ever had answers 404.
 */
export function spreadsheetFor(call: Call, wish: 'read' | 'write'): Spreadsheet {
  const id = piece(call, 0);
  const spreadsheet = call.world.spreadsheets.get(id);
  const file = call.world.files.get(id);
  if (!spreadsheet || !file) throw call.world.deletedIds.has(id) ? forbidden() : notFound();
  const role = roleOn(call.world, file, call.account);
  const canRead = role !== undefined;
  const canWrite = role === 'owner' || role === 'writer';
  if (!(wish === 'read' ? canRead : canWrite)) throw forbidden();
  return spreadsheet;
}

export function writerOf(call: Call): Writer {
  const file = call.world.files.get(piece(call, 0));
  const isOwner = file !== undefined && roleOn(call.world, file, call.account) === 'owner';
  return { email: call.account.email, isOwner };
}
