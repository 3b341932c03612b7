import { ApiError, invalid } from '../api-error.ts';
import { type Call, isSet, jsonBody, piece, type Reply } from '../call.ts';
import { delimiterOf } from '../sheets/csv-import.ts';
import { writableFile } from './access.ts';
import { changeFile } from './change-file.ts';
import { createFile, type Media, type Metadata, placeFor } from './create-file.ts';
import type { UploadSession } from './drive-state.ts';
import { fileAnswerV2 } from './file-answer-v2.ts';
import { answerFile } from './files.ts';
import { readMultipart } from './multipart.ts';

/**
 * Drive's second door, for bytes: all at once (`media`), with metadata (`multipart`), or in pieces (`resumable`).
 *
 * Source: "Upload file data" of Drive's guide.
 */
export function uploadFile(call: Call): Reply {
  switch (call.query.get('uploadType')) {
    case 'media':
      return store(call, {
        metadata: {},
        media: { bytes: call.body, contentType: call.headers.get('content-type') ?? undefined },
      });
    case 'multipart':
      return store(call, readMultipart(call));
    case 'resumable':
      return startSession(call);
    default:
      throw invalid('Invalid upload type.');
  }
}

/**
 * The same through version 2, where it is a `PUT`: only whole bytes, as `gspread` imports tables of text.
 *
 * What is to be converted and is not said to be a table is guessed to be one with commas.
 */
export function uploadFileV2(call: Call): Reply {
  if (call.query.get('uploadType') !== 'media') throw invalid('Invalid upload type.');
  const said = call.headers.get('content-type') ?? undefined;
  const isGuessed = isSet(call.query, 'convert') && delimiterOf(said) === undefined;
  const media = { bytes: call.body, contentType: isGuessed ? 'text/csv' : said };
  const file = writableFile(call, piece(call, 0));
  return { json: fileAnswerV2(changeFile(call, file, { metadata: {}, media })) };
}

type Given = { readonly metadata: Metadata; readonly media: Media };

function store(call: Call, { metadata, media }: Given): Reply {
  const id = piece(call, 0);
  const file =
    id === ''
      ? createFile(call, metadata, media)
      : changeFile(call, writableFile(call, id), { metadata, media });
  return answerFile(call, file.id);
}

function startSession(call: Call): Reply {
  const { world, account, headers, query } = call;
  const fileId = piece(call, 0);
  const metadata = jsonBody(call) as Metadata;
  if (fileId === '') placeFor(call, metadata.parents ?? []);
  else writableFile(call, fileId);
  const id = `ABg5-U${world.mint.hex(40)}`;
  const length = headers.get('x-upload-content-length');
  world.drive.uploads.set(id, {
    id,
    account: account.email,
    target: fileId === '' ? { kind: 'create' } : { kind: 'update', fileId },
    metadata,
    query: new URLSearchParams(query),
    contentType: headers.get('x-upload-content-type') ?? undefined,
    total: length === null ? undefined : Number(length),
    startedMs: world.now(),
    received: new Uint8Array(),
    madeFileId: undefined,
  });
  const address = new URL(`${call.origin}${call.path}`);
  for (const [name, value] of query) address.searchParams.append(name, value);
  address.searchParams.set('upload_id', id);
  return {
    headers: { location: address.href, 'x-guploader-uploadid': id },
    bytes: new Uint8Array(),
  };
}

const weekMs = 7 * 86_400_000;
const unit = 256 * 1024;

/**
 * Takes the next bytes of a session, or says how far it got.
 *
 * `Content-Range: bytes 0-524287/2000000` brings bytes, `bytes * /2000000` (without the blank) asks. 308 means: go on
 * after `Range`. A session ends after a week.
 */
export function continueUpload(call: Call): Reply {
  const session = call.world.drive.uploads.get(call.query.get('upload_id') ?? '');
  if (!session || call.world.now() - session.startedMs > weekMs) {
    throw new ApiError({ status: 404, reason: 'notFound', message: 'Upload session not found.' });
  }
  if (session.madeFileId !== undefined)
    return answerFile(sessionCall(call, session), session.madeFileId);
  const range = call.headers.get('content-range');
  const [, start, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/u.exec(range ?? '') ?? [];
  if (range !== null && total === undefined) throw invalid('Failed to parse Content-Range header.');
  const size = total === undefined || total === '*' ? session.total : Number(total);
  if (start !== undefined || range === null) {
    const piece = { start: Number(start ?? 0), last, bytes: call.body };
    const refused = takePiece(session, piece, { size, most: call.world.drive.mostOfPiece });
    if (refused) return refused;
  }
  const whole = session.received.length === size || (range === null && size === undefined);
  if (!whole) return unfinished(session);
  const media = { bytes: session.received, contentType: session.contentType };
  const made = finish(sessionCall(call, session), session, media);
  session.madeFileId = made;
  return answerFile(sessionCall(call, session), made);
}

function takePiece(
  session: UploadSession,
  piece: { readonly start: number; readonly last: string | undefined; readonly bytes: Uint8Array },
  { size, most }: { readonly size: number | undefined; readonly most: number },
): Reply | undefined {
  const { start, last, bytes } = piece;
  if (last !== undefined && Number(last) - start + 1 !== bytes.length) {
    throw invalid('The Content-Range header does not match the length of the body.');
  }
  const have = session.received.length;
  if (start > have) return unfinished(session);
  const isLast = size === undefined || start + bytes.length === size;
  if (!isLast && bytes.length % unit !== 0) {
    throw invalid(`Chunks must be a multiple of ${unit} bytes, except the last.`);
  }
  const kept = bytes.subarray(0, Math.min(most, bytes.length));
  session.received = Buffer.concat([session.received.subarray(0, start), kept]);
  return undefined;
}

const unfinished = ({ received }: UploadSession): Reply => ({
  status: 308,
  headers: received.length > 0 ? { range: `bytes=0-${received.length - 1}` } : {},
  bytes: new Uint8Array(),
});

/** The call as it was when the session began: its query holds `fields` and `supportsAllDrives`. */
const sessionCall = (call: Call, session: UploadSession): Call => ({
  ...call,
  query: session.query,
});

function finish(call: Call, session: UploadSession, media: Media): string {
  const metadata = session.metadata as Metadata;
  if (session.target.kind === 'create') return createFile(call, metadata, media).id;
  const file = writableFile(call, session.target.fileId);
  return changeFile(call, file, { metadata, media }).id;
}
