/** What Drive keeps of a file, and what it shows of it to the program that made it. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { addressOfPerson } from '../sign-in/account.ts';
import { createThrowAway, markThrowAway, spreadsheetType, throwAwayMark } from './throw-away.ts';
import { judged, shown, type Trial } from './trial.ts';
import { fileFields, refusalOf, type Workshop, wordType } from './workshop.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const list = async (shop: Workshop, q: string): Promise<readonly string[]> => {
  const drive = await shop.client.drive();
  const sharedToo = { supportsAllDrives: true, includeItemsFromAllDrives: true };
  const { files = [] } = await shop.client.send(
    { what: 'list trial files', kind: 'read', repeatable: true, subject: 'document' },
    (sending) => drive.files.list({ q, fields: 'files(id)', ...sharedToo }, sending),
  );
  return files.map(({ id }) => id ?? '');
};

const update = async (
  shop: Workshop,
  fileId: string,
  change: { readonly bytes: Uint8Array } | { readonly trashed: boolean },
): Promise<void> => {
  const drive = await shop.client.drive();
  await shop.client.send(
    { what: 'change a trial file', kind: 'write', repeatable: true, subject: 'document' },
    (sending) => {
      const common = { fileId, fields: 'id', supportsAllDrives: true };
      return 'bytes' in change
        ? drive.files.update(
            { ...common, media: { mimeType: wordType, body: Readable.from([change.bytes]) } },
            sending,
          )
        : drive.files.update({ ...common, requestBody: change }, sending);
    },
  );
};

export const driveTrials: readonly Trial[] = [
  {
    name: 'reserved-id-once',
    belief: 'Under a reserved id one file is made; making it again is refused with 409.',
    run: async (shop) => {
      const drive = await shop.client.drive();
      const { ids } = await shop.client.send(
        { what: 'reserve an id', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.files.generateIds({ count: 1, space: 'drive', type: 'files' }, sending),
      );
      const id = ids?.[0] ?? '';
      await shop.upload(id, bytesOf('pertama'));
      const refusal = await refusalOf(() => shop.upload(id, bytesOf('kedua')));
      const { sha256Checksum } = await shop.file(id, fileFields);
      const isFirst = sha256Checksum === hashOf(bytesOf('pertama'));
      return judged(
        refusal?.status === 409 && isFirst,
        `the second was answered with ${shown(refusal?.status ?? 200)}, and the ${isFirst ? 'first' : 'second'} lies there`,
      );
    },
  },
  {
    name: 'hash-told',
    belief:
      'Drive tells the SHA-256 of the bytes that were uploaded, and leaves a Word file as it is.',
    run: async (shop) => {
      const bytes = bytesOf('isi dokumen');
      const { sha256Checksum, mimeType } = await shop.upload(undefined, bytes);
      return judged(
        sha256Checksum === hashOf(bytes) && mimeType === wordType,
        `it tells ${sha256Checksum === hashOf(bytes) ? 'the hash' : shown(sha256Checksum)} and the type ${shown(mimeType)}`,
      );
    },
  },
  {
    name: 'earlier-bytes-kept',
    belief: 'Bytes that were replaced stay among the versions of the file and can be fetched.',
    run: async (shop) => {
      const drive = await shop.client.drive();
      const { id: fileId = '' } = await shop.upload(undefined, bytesOf('lama'));
      if (!fileId) return judged(false, 'the file came without an id');
      await update(shop, fileId, { bytes: bytesOf('baru') });
      const { revisions = [] } = await shop.client.send(
        { what: 'list versions', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.revisions.list({ fileId, fields: 'revisions(id)' }, sending),
      );
      const revisionId = revisions[0]?.id ?? '';
      const data = await shop.client.send(
        { what: 'fetch a version', kind: 'read', repeatable: true, subject: 'document' },
        (sending) =>
          drive.revisions.get(
            { fileId, revisionId, alt: 'media' },
            { ...sending, responseType: 'arraybuffer' },
          ),
      );
      const seen = data instanceof ArrayBuffer ? new TextDecoder().decode(data) : undefined;
      return judged(
        revisions.length === 2 && seen === 'lama',
        `there are ${revisions.length} versions, and the first holds ${shown(seen)}`,
      );
    },
  },
  {
    name: 'marks-found',
    belief: 'A file is found by its private notes (appProperties), at once.',
    run: async (shop) => {
      const { id = '' } = await shop.upload(undefined, bytesOf('bertanda'));
      if (!id) return judged(false, 'the file came without an id');
      await markThrowAway(shop.client, id);
      const { key, value } = throwAwayMark;
      const ask = (): Promise<readonly string[]> =>
        list(shop, `appProperties has { key='${key}' and value='${value}' } and trashed = false`);
      for (const waitMs of [0, ...waitsMs]) {
        await shop.pace.wait(waitMs);
        const found = await ask();
        if (found.includes(id)) return judged(waitMs === 0, `found after ${waitMs / 1000} seconds`);
      }
      return judged(false, 'it was not found within half a minute');
    },
  },
  {
    name: 'copy-keeps-notes',
    belief: 'A copy of a file carries its private notes too, under an id of its own.',
    run: async (shop) => {
      const drive = await shop.client.drive();
      const { id: fileId = '' } = await shop.upload(undefined, bytesOf('asli'));
      if (!fileId) return judged(false, 'the file came without an id');
      await markThrowAway(shop.client, fileId);
      const copy = await shop.client.send(
        { what: 'copy a trial file', kind: 'write', repeatable: false, subject: 'document' },
        (sending) =>
          drive.files.copy(
            { fileId, requestBody: {}, fields: 'id,appProperties', supportsAllDrives: true },
            sending,
          ),
      );
      shop.alsoRemove(copy.id ?? '');
      const note = copy.appProperties?.[throwAwayMark.key];
      return judged(
        note === throwAwayMark.value && copy.id !== fileId,
        `its copy carries ${shown(note)}`,
      );
    },
  },
  {
    name: 'trash-told',
    belief: 'Of a file that this program made Drive tells whether it lies in the trash.',
    run: async (shop) => {
      const { id = '' } = await shop.upload(undefined, bytesOf('sampah'));
      if (!id) return judged(false, 'the file came without an id');
      await update(shop, id, { trashed: true });
      const { trashed } = await shop.file(id, 'trashed');
      return judged(trashed === true, `it tells ${shown(trashed)}`);
    },
  },
  {
    name: 'trashed-sheet-answers',
    belief: 'A sheet in the trash is read and written through Sheets as if it lay elsewhere.',
    run: async (shop) => {
      const mimeType = spreadsheetType;
      const spreadsheetId = await createThrowAway(shop.client, {
        mimeType,
        parent: await shop.folder(),
      });
      await update(shop, spreadsheetId, { trashed: true });
      const { spreadsheets } = await shop.client.sheets();
      const refusal = await refusalOf(() =>
        shop.client.send(
          { what: 'read the trial sheet', kind: 'read', repeatable: true, subject: 'sheet' },
          (sending) => spreadsheets.get({ spreadsheetId, fields: 'spreadsheetId' }, sending),
        ),
      );
      return judged(refusal === undefined, refusal === undefined ? 'it was read' : refusal.what);
    },
  },
  {
    name: 'children-listed',
    belief: 'A folder of this program lists what the program put into it.',
    run: async (shop) => {
      const { id = '' } = await shop.upload(undefined, bytesOf('anak'));
      const found = await list(shop, `'${await shop.folder()}' in parents and trashed = false`);
      return judged(found.includes(id ?? ''), `it lists ${found.length} files`);
    },
  },
  {
    name: 'permissions-told',
    belief: 'Drive lists who may open a file of this program.',
    run: async (shop) => {
      const drive = await shop.client.drive();
      const fileId = await shop.spreadsheet();
      const fields = 'permissions(type,role)';
      const { permissions = [] } = await shop.client.send(
        { what: 'list permissions', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.permissions.list({ fileId, fields, supportsAllDrives: true }, sending),
      );
      const seen = permissions.map(({ type, role }) => `${type} ${role}`);
      return judged(seen.length > 0, `it lists ${shown(seen)}`);
    },
  },
  {
    name: 'own-address-told',
    belief: 'Drive tells whose sign-in it is, with the right to its own files alone.',
    run: async (shop) => {
      const address = await addressOfPerson(shop.client);
      return judged(
        address.includes('@'),
        address === '' ? 'nothing was told' : 'an address was told',
      );
    },
  },
];

/** Searching may lag behind writing. */
const waitsMs = [2_000, 8_000, 20_000] as const;
