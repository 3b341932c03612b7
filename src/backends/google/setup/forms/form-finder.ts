/**
 * Finds a form again that we made and the ledger does not know: the call that made it was cut off, or the ledger is
 * gone. Google reserves no ids for forms, so a form made twice could not be prevented otherwise.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { everyPage } from '../../client/every-page.ts';
import type { GoogleClient } from '../../client/google-client.ts';

/** Private notes on the form's file, which only this program sees. */
const marksFor = (mark: string): Readonly<Record<string, string>> => ({
  layananVicon: 'formulir',
  lembar: mark,
});

/** Lets `findForm` know the form later, whatever people call it. */
export const markForm = async (
  client: GoogleClient,
  { formId, mark }: { readonly formId: string; readonly mark: string },
): Promise<void> => {
  const drive = await client.drive();
  const request = {
    fileId: formId,
    fields: 'id',
    supportsAllDrives: true,
    requestBody: { appProperties: { ...marksFor(mark) } },
  };
  await client.send(
    { what: 'mark the form as ours', kind: 'write', repeatable: true, subject: 'form' },
    (sending) => drive.files.update(request, sending),
  );
};

/** Google's clock and ours may differ by so much. */
const clocksDifferMs = 600_000;

/**
 * The id of the form that bears the mark; where several were asked for, the last.
 *
 * @param begunAt When a form was begun of which we never heard: then one of that name made since counts too, as
 *   long as it bears no mark. Milliseconds since 1970.
 */
export const findForm = async (
  client: GoogleClient,
  {
    mark,
    name,
    begunAt,
  }: {
    readonly mark: string;
    readonly name: string;
    readonly begunAt: number | undefined;
  },
): Promise<string | undefined> => {
  const forms: drive_v3.Schema$File[] = [];
  for await (const form of listForms(client)) forms.push(form);
  const marked = forms.findLast(({ appProperties }) => appProperties?.['lembar'] === mark);
  const isTheLostOne = ({ appProperties, createdTime, ...form }: drive_v3.Schema$File): boolean =>
    begunAt !== undefined &&
    form.name === name &&
    appProperties?.['lembar'] === undefined &&
    Date.parse(createdTime ?? '') >= begunAt - clocksDifferMs;
  return (marked ?? forms.find(isTheLostOne))?.id ?? undefined;
};

/** Oldest first. With the right that we ask for, Drive shows only what this program made. */
async function* listForms(client: GoogleClient): AsyncGenerator<drive_v3.Schema$File> {
  const drive = await client.drive();
  const request = {
    q: "trashed = false and mimeType = 'application/vnd.google-apps.form'",
    orderBy: 'createdTime',
    fields: 'nextPageToken,files(id,name,createdTime,appProperties)',
    pageSize: 1000,
  };
  const pages = everyPage((next) =>
    client.send({ what: 'look for the form in Drive', kind: 'read', repeatable: true }, (sending) =>
      drive.files.list({ ...request, ...next }, sending),
    ),
  );
  for await (const { files = [] } of pages) yield* files;
}
