import { forbidden, notFound } from '../api-error.ts';
import { type Call, piece } from '../call.ts';
import { isAtLeast, isVisible, roleOn } from '../drive/access.ts';
import type { StoredForm } from './model.ts';

/** The form that a call names, if the caller may edit it: forms show their questions to editors only. */
export function formFor(call: Call): StoredForm {
  const { world, account } = call;
  const id = piece(call, 0);
  const form = world.forms.get(id);
  const file = world.files.get(id);
  if (!form || !file) throw notFound();
  const mayEdit = isAtLeast(roleOn(world, file, account), 'writer');
  if (!mayEdit || !isVisible(world, file, account)) throw forbidden();
  return form;
}
