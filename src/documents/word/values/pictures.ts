/** Pictures that the data brings: PNG and JPEG, recognised and measured by their own bytes. */

export interface Picture {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const known = new WeakMap<Uint8Array, Picture>();

/**
 * The picture in a value: bytes, or text as `data:image/png;base64,…`.
 *
 * @returns undefined when the value is no PNG or JPEG.
 */
export const pictureIn = (value: unknown): Picture | undefined => {
  const bytes = bytesIn(value);
  if (bytes === undefined) return undefined;
  const seen = known.get(bytes);
  if (seen !== undefined) return seen;
  const picture = pngIn(bytes) ?? jpegIn(bytes);
  if (picture !== undefined) known.set(bytes, picture);
  return picture;
};

/** The largest size of the picture's own proportions that fits into the frame. */
export const fittedInto = (frame: Size, picture: Size): Size => {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
};

const bytesIn = (value: unknown): Uint8Array | undefined => {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') return undefined;
  const found = /^data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$/.exec(value);
  return found?.[1] === undefined ? undefined : new Uint8Array(Buffer.from(found[1], 'base64'));
};

const pngIn = (bytes: Uint8Array): Picture | undefined => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 24 || view.toString('hex', 0, 8) !== '89504e470d0a1a0a') return undefined;
  return measured(bytes, 'png', view.readUInt32BE(16), view.readUInt32BE(20));
};

/** Walks the segments to the frame header, which holds the size. */
const jpegIn = (bytes: Uint8Array): Picture | undefined => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return measured(bytes, 'jpeg', view.readUInt16BE(at + 7), view.readUInt16BE(at + 5));
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
};

const measured = (
  bytes: Uint8Array,
  extension: Picture['extension'],
  width: number,
  height: number,
): Picture | undefined =>
  width > 0 && height > 0 ? { bytes, extension, width, height } : undefined;
