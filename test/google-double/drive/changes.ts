import type { Call, Reply } from '../call.ts';
import { isVisible } from './access.ts';
import { driveTime } from './drive-time.ts';
import { cutTo, fileAnswer } from './file-answer.ts';
import { allDrives } from './files.ts';
import { invalidParameter } from './refusals.ts';

/** The change feed: what happened since a page token, one entry for the last change of each file. */
export function startPageToken(call: Call): Reply {
  const { next } = call.world.drive.changesFrom(0, call.world.now());
  const answer = { kind: 'drive#startPageToken', startPageToken: String(next + 1) };
  return { json: cutTo(call, answer, '*') };
}

export function listChanges(call: Call): Reply {
  const { world, account, query } = call;
  const from = Number(query.get('pageToken') ?? Number.NaN);
  if (!Number.isInteger(from) || from < 1) throw invalidParameter('Invalid Value', 'pageToken');
  const { changes, next } = world.drive.changesFrom(from - 1, world.now());
  const includesDrives = allDrives(call);
  const last = new Map(changes.map((change) => [change.fileId, change]));
  const answer = {
    kind: 'drive#changeList',
    newStartPageToken: String(next + 1),
    changes: [...last.values()].flatMap(({ fileId, atMs }) => {
      const file = world.files.get(fileId);
      if (file?.driveId !== undefined && !includesDrives) return [];
      const shows = file !== undefined && isVisible(world, file, account);
      const change = {
        kind: 'drive#change',
        type: 'file',
        changeType: 'file',
        time: driveTime(atMs),
        removed: !shows,
        fileId,
      };
      return [shows ? { ...change, file: fileAnswer(world, file, account) } : change];
    }),
  };
  const usual =
    'kind,newStartPageToken,nextPageToken,changes(kind,type,changeType,time,removed,fileId,file(kind,id,name,mimeType))';
  return { json: cutTo(call, answer, usual) };
}
