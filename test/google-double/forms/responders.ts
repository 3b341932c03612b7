import { newPermission } from '../drive/new-permission.ts';
import type { World } from '../world.ts';
import type { Responders } from './model.ts';

/** Puts these responders in the place of all others; whoever edits the form may answer it besides. */
export function letAnswer(
  world: World,
  { formId, who }: { readonly formId: string; readonly who: Responders },
): void {
  const file = world.files.get(formId);
  if (!file) throw new Error(`There is no form "${formId}".`);
  const responders = grantees(who).map((each) =>
    newPermission({ ...each, role: 'reader', view: 'published' }),
  );
  const editors = file.permissions.filter(({ view }) => view === undefined);
  world.files.set(formId, { ...file, permissions: [...editors, ...responders] });
}

const grantees = (who: Responders) => {
  if (who === 'nobody') return [];
  if (who === 'anyone') return [{ type: 'anyone' }];
  return 'domain' in who
    ? [{ type: 'domain', domain: who.domain }]
    : who.people.map((emailAddress) => ({ type: 'user', emailAddress }));
};
