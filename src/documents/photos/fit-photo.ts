/**
 * A photo as a report prints it: upright, no larger than print needs, and nothing in it but the picture.
 *
 * The picture is drawn anew, so that nothing a camera or a program notes beside it goes along: place, device, name of
 * the owner, small pictures of the time before it was cut. `sharp` is loaded with the first photo.
 */
import type { WhyLeft } from '../../core/cases/photos.ts';
import { ServiceError } from '../../errors.ts';

export type FittedPhoto =
  | { readonly kind: 'fit'; readonly jpeg: Uint8Array }
  | { readonly kind: 'left'; readonly why: WhyLeft };

/** Of the longer side: 80 mm at 380 dots an inch. */
const longestSide = 1200;
const quality = 80;

/** Phones of today take 108 million. Each takes four bytes of memory while the photo is turned. */
const mostPixels = 120_000_000;

/** @throws PhotoLibraryError when this machine has no build of sharp. */
export const fitPhoto = async (bytes: Uint8Array): Promise<FittedPhoto> => {
  const kind = kindOf(bytes);
  if (kind !== 'picture') return { kind: 'left', why: kind };
  const sharp = await loadSharp();
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { kind: 'left', why: 'too large' };
    const jpeg = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({
        width: longestSide,
        height: longestSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer();
    return { kind: 'fit', jpeg };
  } catch {
    return { kind: 'left', why: 'broken' };
  }
};

/** By its first bytes: what is no picture never reaches the readers of pictures, of which some can open other files. */
const kindOf = (bytes: Uint8Array): 'picture' | WhyLeft => {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (/^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(head.slice(4))) return 'heic';
  const isPicture =
    pictureHeads.some((start) => head.startsWith(start)) ||
    (head.startsWith('RIFF') && head.slice(8).startsWith('WEBP')) ||
    head.slice(4).startsWith('ftypavif');
  return isPicture ? 'picture' : 'broken';
};

/** JPEG, PNG, GIF, TIFF. */
const pictureHeads = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF8', 'II*\0', 'MM\0*'];

const loadSharp = async () => {
  try {
    const { default: sharp } = await import('sharp');
    return sharp;
  } catch (cause) {
    throw new PhotoLibraryError(cause);
  }
};

/** The pictures' library has a build for most machines; on this one it does not load. */
export class PhotoLibraryError extends ServiceError {
  readonly code = 'photo-library-missing';

  constructor(cause: unknown) {
    super({
      what: 'Photos cannot be worked on: the library "sharp" does not load on this machine.',
      todo: 'Run "npm install" again without "--omit=optional". Reports with photos wait until then.',
      cause,
    });
  }
}
