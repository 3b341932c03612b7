import type { DriveFile } from './model.ts';

/**
 * A file in the words of Drive's older version 2, as far as clients that still upload through it look at them.
 *
 * Source: "Drive API v2 and v3 comparison" of Drive's guide: `title` is `name`, `…Date` is `…Time`.
 */
export const fileAnswerV2 = (file: DriveFile): Readonly<Record<string, unknown>> => ({
  kind: 'drive#file',
  id: file.id,
  etag: `"${file.version}"`,
  selfLink: `https://www.googleapis.com/drive/v2/files/${file.id}`,
  alternateLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`,
  title: file.name,
  mimeType: file.mimeType,
  labels: {
    starred: file.starred ?? false,
    hidden: false,
    trashed: file.trashed,
    restricted: false,
    viewed: true,
  },
  createdDate: file.createdTime,
  modifiedDate: file.modifiedTime,
  version: String(file.version),
  parents: file.parents.map((id) => ({ kind: 'drive#parentReference', id })),
});
