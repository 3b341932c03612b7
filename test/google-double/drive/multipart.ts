import { invalid } from '../api-error.ts';
import type { ApiRequest } from '../call.ts';
import type { Media, Metadata } from './create-file.ts';

/** Reads `multipart/related`: a part of JSON, then a part of bytes (RFC 2387). */
export function readMultipart(request: ApiRequest): {
  readonly metadata: Metadata;
  readonly media: Media;
} {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /boundary="?([^";]+)"?/iu.exec(type)?.[1];
  if (!/^multipart\/related/iu.test(type) || boundary === undefined) {
    throw invalid('Bad multipart request: no boundary.');
  }
  const [first, second, ...more] = partsOf(Buffer.from(request.body), boundary);
  if (!first || !second || more.length > 0) {
    throw invalid('Bad multipart request: two parts are expected.');
  }
  return {
    metadata: metadataIn(first.body),
    media: { bytes: second.body, contentType: second.contentType },
  };
}

function metadataIn(body: Uint8Array): Metadata {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof value === 'object' && value !== null) return value as Metadata;
  } catch {
    // Falls through: what is not JSON reads the same to a caller as what is no object.
  }
  throw invalid('Bad multipart request: the first part is no JSON object.');
}

type Part = { readonly contentType: string | undefined; readonly body: Uint8Array };

function partsOf(body: Buffer, boundary: string): readonly Part[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length;
    const end = body.indexOf(`\r\n--${boundary}`, from);
    if (body.subarray(from, from + 2).toString() === '--' || end < 0) break;
    parts.push(partIn(body.subarray(from, end)));
    start = end + 2;
  }
  return parts;
}

function partIn(text: Buffer): Part {
  const headEnd = text.indexOf('\r\n\r\n');
  const head = text.subarray(0, headEnd).toString();
  return {
    contentType: /^content-type:\s*(.+)$/imu.exec(head)?.[1]?.trim(),
    body: new Uint8Array(text.subarray(headEnd + 4)),
  };
}
