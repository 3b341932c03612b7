/** Real photos, drawn for a test, with all that a phone notes beside them. */
import sharp from 'sharp';

/** What must never leave the office with a report. */
export const secrets = {
  maker: 'Contoh Ponsel X',
  owner: 'Pemilik Contoh',
  xmp: 'naskah rahasia kamera',
};

export interface PhotoToDraw {
  readonly width?: number;
  readonly height?: number;
  /** As the camera was held: 6 is a quarter turn. */
  readonly orientation?: number;
  readonly colour?: string;
}

/** The left half is of this colour, the right half white; GPS, owner, XMP and IPTC stand beside it. */
export const aPhoto = async ({
  width = 400,
  height = 300,
  orientation = 1,
  colour = '#c02020',
}: PhotoToDraw = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: {
          create: { width: Math.floor(width / 2), height, channels: 3, background: colour },
        },
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: secrets.maker, Artist: secrets.owner, Copyright: secrets.owner },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '0/1 33/1 18/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '123/1 3/1 34/1',
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${secrets.xmp}"/></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();

/** What stands at a place of the picture, as red, green and blue. */
export const colourAt = async (
  picture: Uint8Array,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<readonly number[]> => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
};
