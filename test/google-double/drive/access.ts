import type { Account } from '../accounts.ts';
import { isSet } from '../call.ts';
import type { World } from '../world.ts';
import type { DriveFile, Permission, Role } from './model.ts';
import { fileNotFound, mayNotWrite, notThisProgram } from './refusals.ts';

const strength: Readonly<Record<Role, number>> = {
  reader: 1,
  commenter: 2,
  writer: 3,
  fileOrganizer: 4,
  organizer: 5,
  owner: 6,
};

export const isAtLeast = (role: Role | undefined, wanted: Role): boolean =>
  role !== undefined && strength[role] >= strength[wanted];

/** The name of a program whose tokens no sign-in made: recorded traffic, simple tests. */
export const unnamedProgram = 'desk-program';

/** The program through which somebody acts: notes and visibility of files are kept by program. */
export const programOf = (account: Account): string => account.program ?? unnamedProgram;

/** Everybody's access to a file: its own list, then what its folders and its shared drive let in. */
export function permissionsOn(
  world: World,
  file: DriveFile,
): readonly { readonly permission: Permission; readonly from: string | undefined }[] {
  const own = file.permissions.map((permission) => ({ permission, from: undefined }));
  const inherited = file.parents.flatMap((id) => {
    const folder = world.files.get(id);
    return folder
      ? permissionsOn(world, folder).map(({ permission, from }) => ({
          permission,
          from: from ?? id,
        }))
      : (world.drive.drives.get(id)?.permissions ?? []).map((permission) => ({
          permission,
          from: id,
        }));
  });
  // Whoever owns a folder may edit what others put into it; the top of a Drive lets nobody in.
  const passedOn = inherited.flatMap(({ permission, from }) => {
    if (permission.role !== 'owner') return [{ permission, from }];
    const isTop = world.files.get(from ?? '')?.parents.length === 0;
    const isOwn = own.some((each) => each.permission.id === permission.id);
    return isOwn || isTop ? [] : [{ permission: { ...permission, role: 'writer' as const }, from }];
  });
  return [...own, ...passedOn];
}

/** The most that somebody may do with a file; a spreadsheet counts whether or not a program may see its file. */
export function roleOn(world: World, file: DriveFile, account: Account): Role | undefined {
  const roles = permissionsOn(world, file).flatMap(({ permission }) =>
    permission.view === undefined && letsIn(permission, account.email) ? [permission.role] : [],
  );
  return strongest(roles);
}

export const roleOnDrive = (permissions: readonly Permission[], email: string): Role | undefined =>
  strongest(permissions.flatMap((each) => (letsIn(each, email) ? [each.role] : [])));

const strongest = (roles: readonly Role[]): Role | undefined =>
  roles.toSorted((one, other) => strength[other] - strength[one])[0];

/** Whether somebody may answer a published form; whoever is not signed in needs that anyone may. */
export function mayAnswer(world: World, form: DriveFile, email: string | undefined): boolean {
  const isEditor =
    email !== undefined && isAtLeast(roleOn(world, form, { email, kind: 'user' }), 'writer');
  const responders = permissionsOn(world, form).filter(({ permission }) => permission.view);
  return isEditor || responders.some(({ permission }) => letsIn(permission, email ?? ''));
}

const letsIn = (permission: Permission, email: string): boolean =>
  permission.type === 'anyone' ||
  (permission.type === 'domain' && email.endsWith(`@${permission.domain}`)) ||
  permission.emailAddress?.toLowerCase() === email.toLowerCase();

/** In the trash: thrown away itself, or with a folder above it. */
export const isTrashed = (world: World, file: DriveFile): boolean =>
  file.trashed ||
  file.parents.some((id) => {
    const folder = world.files.get(id);
    return folder !== undefined && isTrashed(world, folder);
  });

/** Whether a file shows to somebody through their program at all. */
export const isVisible = (world: World, file: DriveFile, account: Account): boolean =>
  roleOn(world, file, account) !== undefined &&
  ((account.sees ?? world.drive.sees) === 'everything' || file.apps.includes(programOf(account)));

/** The top folder of somebody's own Drive, made when first asked for; it shows under the name `root` too. */
export const rootIdOf = (email: string): string =>
  `0A${Buffer.from(email).toString('base64url').padEnd(14, 'A').slice(-14)}PVA`;

type Asked = { readonly world: World; readonly account: Account; readonly query: URLSearchParams };

/**
 * The file that a call names, if it shows to the caller; what does not show is not found.
 *
 * What lies in a shared drive shows only to calls that say `supportsAllDrives=true`.
 */
export function visibleFile(asked: Asked, id: string): DriveFile {
  const { world, account, query } = asked;
  const file = world.files.get(id);
  const isHidden = file?.driveId !== undefined && !isSet(query, 'supportsAllDrives');
  if (!file || isHidden || !isVisible(world, file, account)) throw fileNotFound(id);
  return file;
}

/** The same, if the caller may change it. */
export function writableFile(asked: Asked, id: string): DriveFile {
  const file = visibleFile(asked, id);
  if (!isAtLeast(roleOn(asked.world, file, asked.account), 'writer')) throw mayNotWrite(id);
  const isOthers = !file.apps.includes(programOf(asked.account));
  if (asked.world.drive.changes === 'own files' && isOthers) throw notThisProgram(id);
  return file;
}
