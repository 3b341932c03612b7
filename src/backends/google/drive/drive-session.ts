/**
 * An upload in pieces, for files too large to be sent again whole when the line breaks.
 *
 * A session is started with what the file shall be called and where it shall lie; then the bytes go up piece by piece.
 * After a broken piece Drive is asked how far it got, and the rest follows from there. The file comes into being with
 * the last piece, whole; a session that is left alone leaves nothing behind.
 *
 * Source: "Perform a resumable upload" of Drive's guide.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { GoogleError } from '../client/errors.ts';
import type { Call, GoogleClient, RawAnswer, RequestOptions } from '../client/google-client.ts';

export interface SessionUpload {
  readonly client: GoogleClient;
  readonly call: Call;
  /** A new file, or other bytes for one that lies there. */
  readonly target: { readonly kind: 'create' } | { readonly kind: 'update'; readonly id: string };
  readonly metadata: drive_v3.Schema$File;
  /** `fields` and whatever else the method takes. */
  readonly query: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Google takes pieces of a multiple of 256 KiB. Two megabytes go up within the time-out on a line of 200 kbit/s. */
const pieceBytes = 8 * 256 * 1024;

/** A session can end before its time; so often another one is begun. */
const mostSessions = 3;

/** So many pieces in a row may bring nothing forward. */
const mostStalls = 3;

const uploadsAt = 'https://www.googleapis.com';

/** @throws ServiceError as `GoogleClient.send` does. Whatever went up is then left to Google to clear away. */
export const uploadInPieces = async (upload: SessionUpload): Promise<drive_v3.Schema$File> => {
  for (let session = 1; ; session += 1) {
    const address = await startSession(upload);
    try {
      return await sendPieces(upload, address);
    } catch (error) {
      if (!isSessionGone(error) || session === mostSessions) throw error;
    }
  }
};

const isSessionGone = (error: unknown): boolean =>
  error instanceof GoogleError && (error.status === 404 || error.status === 410);

const startSession = async (upload: SessionUpload): Promise<string> => {
  const { client, call, target, metadata, query, bytes, contentType } = upload;
  const file = target.kind === 'create' ? '' : `/${encodeURIComponent(target.id)}`;
  const url = new URL(`/upload/drive/v3/files${file}`, uploadsAt);
  url.search = new URLSearchParams({ ...query, uploadType: 'resumable' }).toString();
  const { headers } = await client.send(call, (sending) =>
    client.raw(
      {
        method: target.kind === 'create' ? 'POST' : 'PATCH',
        url: url.href,
        headers: {
          'content-type': 'application/json; charset=UTF-8',
          'x-upload-content-type': contentType,
          'x-upload-content-length': String(bytes.length),
        },
        body: JSON.stringify(metadata),
      },
      sending,
    ),
  );
  const location = new URL(headers.get('location') ?? '', url);
  // Wherever the answer points to, our sign-in goes to Google alone.
  return new URL(`${location.pathname}${location.search}`, uploadsAt).href;
};

/** Where an upload stands: so many bytes have arrived, or the file is there. */
type Progress =
  | { readonly kind: 'going on'; readonly from: number }
  | { readonly kind: 'done'; readonly file: drive_v3.Schema$File };

const sendPieces = async (
  upload: SessionUpload,
  address: string,
): Promise<drive_v3.Schema$File> => {
  const { client, call } = upload;
  let from = 0;
  for (let stalls = 0; stalls < mostStalls; ) {
    const progress = await client.send(call, pieceFrom(from, upload, address));
    if (progress.kind === 'done') return progress.file;
    stalls = progress.from > from ? 0 : stalls + 1;
    from = progress.from;
  }
  throw new GoogleError({
    code: 'google-unavailable',
    what: `Google took no more bytes at the call to ${call.what}.`,
    todo: 'This is on their side. Nothing is lost; the next pass goes on.',
    status: undefined,
  });
};

/** Sends the piece that begins there. Sent again, or when all has gone up, it first asks how far Drive got. */
const pieceFrom = (start: number, upload: SessionUpload, address: string) => {
  let isInDoubt = start >= upload.bytes.length;
  return async (sending: RequestOptions): Promise<{ readonly data: Progress }> => {
    const present: Progress = isInDoubt
      ? await ask(upload, address, sending)
      : { kind: 'going on', from: start };
    isInDoubt = true;
    const isToSend = present.kind === 'going on' && present.from < upload.bytes.length;
    return { data: isToSend ? await put(upload, { address, ...present }, sending) : present };
  };
};

const ask = async (
  { client, bytes }: SessionUpload,
  url: string,
  sending: RequestOptions,
): Promise<Progress> => {
  const headers = { 'content-range': `bytes */${bytes.length}` };
  const { data } = await client.raw({ method: 'PUT', url, headers }, sending);
  return progressFrom(data);
};

const put = async (
  { client, bytes, contentType }: SessionUpload,
  { address, from }: { readonly address: string; readonly from: number },
  sending: RequestOptions,
): Promise<Progress> => {
  const piece = bytes.subarray(from, from + pieceBytes);
  const headers = {
    'content-type': contentType,
    'content-range': `bytes ${from}-${from + piece.length - 1}/${bytes.length}`,
  };
  const { data } = await client.raw({ method: 'PUT', url: address, headers, body: piece }, sending);
  return progressFrom(data);
};

/** `Range: bytes=0-524287` says what arrived; without it, nothing did. */
const progressFrom = ({ status, headers, body }: RawAnswer): Progress => {
  if (status !== 308) return { kind: 'done', file: body as drive_v3.Schema$File };
  const last = /-(\d+)$/.exec(headers.get('range') ?? '')?.[1];
  return { kind: 'going on', from: last === undefined ? 0 : Number(last) + 1 };
};
