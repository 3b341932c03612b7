import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type Call, isSet, messageBody, piece, type Reply } from '../call.ts';
import { roleOn, visibleFile } from './access.ts';
import { driveTime } from './drive-time.ts';
import { cutTo, userAnswer } from './file-answer.ts';
import { requireFields } from './files.ts';
import { page, pageToken } from './list-files.ts';
import type { Comment } from './model.ts';
import { commentNotFound, invalidParameter, mayNotWrite } from './refusals.ts';

/** The `comments` of a file, newest first. Replies are not played. Every answer insists on `fields`. */
export function listComments(call: Call): Reply {
  requireFields(call);
  const { start, size } = page(call.query, { usual: 20, most: 100 });
  const all = commentsOf(call)
    .filter((each) => !each.deleted || isSet(call.query, 'includeDeleted'))
    .toReversed();
  const answer = {
    kind: 'drive#commentList',
    ...(start + size < all.length && { nextPageToken: pageToken(start + size) }),
    comments: all.slice(start, start + size).map((each) => commentAnswer(call, each)),
  };
  return { json: cutTo(call, answer, '*') };
}

export function getComment(call: Call): Reply {
  requireFields(call);
  const comment = commentNamed(call);
  if (comment.deleted && !isSet(call.query, 'includeDeleted')) throw commentNotFound(comment.id);
  return { json: cutTo(call, commentAnswer(call, comment), '*') };
}

export function createComment(call: Call): Reply {
  requireFields(call);
  const role = roleOn(call.world, visibleFile(call, piece(call, 0)), call.account);
  if (role === 'reader') throw mayNotWrite(piece(call, 0));
  const { content, anchor } = messageBody(call) as drive_v3.Schema$Comment;
  if (!content) throw invalidParameter('The comment content is required.', 'comment.content');
  const comment: Comment = {
    id: `AAAA${call.world.mint.hex(10)}`,
    author: call.account.email,
    at: driveTime(call.world.now()),
    content,
    ...(anchor && { anchor }),
    deleted: false,
  };
  call.world.drive.comments.set(piece(call, 0), [...commentsOf(call), comment]);
  return { json: cutTo(call, commentAnswer(call, comment), '*') };
}

export function deleteComment(call: Call): Reply {
  const gone = commentNamed(call);
  if (gone.author !== call.account.email) throw mayNotWrite(piece(call, 0));
  const left = commentsOf(call).map((each) =>
    each === gone ? { ...each, content: '', deleted: true } : each,
  );
  call.world.drive.comments.set(piece(call, 0), left);
  return { status: 204, bytes: new Uint8Array() };
}

const commentsOf = (call: Call): readonly Comment[] =>
  call.world.drive.comments.get(visibleFile(call, piece(call, 0)).id) ?? [];

function commentNamed(call: Call): Comment {
  const comment = commentsOf(call).find(({ id }) => id === piece(call, 1));
  if (!comment) throw commentNotFound(piece(call, 1));
  return comment;
}

function commentAnswer(call: Call, comment: Comment): drive_v3.Schema$Comment {
  const { id, at, content, anchor, deleted, author } = comment;
  return {
    kind: 'drive#comment',
    id,
    createdTime: at,
    modifiedTime: at,
    author: userAnswer(author, call.account),
    deleted,
    ...(!deleted && { content, htmlContent: content, resolved: false }),
    ...(anchor !== undefined && { anchor }),
    replies: [],
  };
}
