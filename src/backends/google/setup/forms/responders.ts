/**
 * Who may answer a form: whether it is published and open, and for whom.
 *
 * The second is a permission of its own on the form's file, of the view `published`; reading or editing the form is another
 * matter. The service reads it and changes nothing: whom the office lets in, people say.
 *
 * Source: "Publish and manage responders on the form" of the Forms guide. There the role is `reader`; Drive's own page
 * calls it `publishedReader`, so only the view is looked at.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { GoogleError } from '../../client/errors.ts';
import { everyPage } from '../../client/every-page.ts';
import type { GoogleClient } from '../../client/google-client.ts';

export type Responders =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'domain'; readonly names: readonly string[] }
  /** People and groups by their addresses, which are not told further. */
  | { readonly kind: 'listed'; readonly count: number }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unpublished' }
  /** A form of the old kind, or one of which Drive tells us nothing. */
  | { readonly kind: 'untold' };

export const readResponders = async (
  client: GoogleClient,
  { formId, publishSettings }: forms_v1.Schema$Form,
): Promise<Responders> => {
  if (publishSettings === undefined) return { kind: 'untold' };
  // Google leaves `false` out.
  const { isPublished, isAcceptingResponses } = publishSettings.publishState ?? {};
  if (isPublished !== true) return { kind: 'unpublished' };
  if (isAcceptingResponses !== true) return { kind: 'closed' };
  try {
    return respondersAmong(await readPermissions(client, formId ?? ''));
  } catch (error) {
    if (error instanceof GoogleError) return { kind: 'untold' };
    throw error;
  }
};

const readPermissions = async (
  client: GoogleClient,
  fileId: string,
): Promise<readonly drive_v3.Schema$Permission[]> => {
  const drive = await client.drive();
  const permissions: drive_v3.Schema$Permission[] = [];
  const request = {
    fileId,
    includePermissionsForView: 'published',
    supportsAllDrives: true,
    fields: 'nextPageToken,permissions(type,domain,view)',
    pageSize: 100,
  };
  const pages = everyPage((next) =>
    client.send(
      { what: 'ask who may answer the form', kind: 'read', repeatable: true, subject: 'form' },
      (sending) => drive.permissions.list({ ...request, ...next }, sending),
    ),
  );
  for await (const page of pages) permissions.push(...(page.permissions ?? []));
  return permissions;
};

const respondersAmong = (permissions: readonly drive_v3.Schema$Permission[]): Responders => {
  const responders = permissions.filter(({ view }) => view === 'published');
  if (responders.some(({ type }) => type === 'anyone')) return { kind: 'anyone' };
  const names = responders.flatMap(({ type, domain }) => (type === 'domain' ? [domain ?? ''] : []));
  if (names.length > 0) return { kind: 'domain', names };
  return responders.length > 0 ? { kind: 'listed', count: responders.length } : { kind: 'nobody' };
};

/** What is so, and what to click where that is not meant; in English, for whoever sets the desk up. */
export interface RespondersInWords {
  readonly what: string;
  readonly todo: string;
}

export const respondersInWords = (
  responders: Responders,
  { edit, answer }: { readonly edit: string; readonly answer: string },
): RespondersInWords => {
  const open = `open ${edit}, choose "Published" (Dipublikasikan; before that it says "Publish"), beside Responders (Responden) choose "Manage" (Kelola), and under General access set Responder view (Tampilan responden) to "Anyone with the link" (Siapa saja yang memiliki link).`;
  const otherwise = `If offices with other accounts shall answer, ${open}`;
  switch (responders.kind) {
    case 'anyone':
      return { what: 'anyone who has the link can answer', todo: privateWindow(answer) };
    case 'domain':
      return {
        what: `only accounts of ${responders.names.join(', ')} can answer, signed in`,
        todo: otherwise,
      };
    case 'listed':
      return {
        what: `only ${responders.count === 1 ? 'one person or group' : `${responders.count} people or groups`} on a list can answer, signed in`,
        todo: otherwise,
      };
    case 'nobody':
      return {
        what: 'it is published, but nobody is let in to answer it, only who edits it',
        todo: capitalised(open),
      };
    case 'closed':
      return {
        what: 'it is closed: nobody can send it',
        todo: `If that is not meant, open ${edit} and, under "Published" (Dipublikasikan), turn "Accepting responses" (Menerima jawaban) on.`,
      };
    case 'unpublished':
      return {
        what: 'it is not published: nobody can see or send it',
        todo: `Publish it: ${open}`,
      };
    case 'untold':
      return {
        what: 'Google does not tell who can answer it',
        todo: privateWindow(answer),
      };
  }
};

/** The one check that says what a requester sees. */
export const privateWindow = (answer: string): string =>
  `Open ${answer} in a private window of the browser, signed in to nothing: the form must show and must not ask for a sign-in.`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
