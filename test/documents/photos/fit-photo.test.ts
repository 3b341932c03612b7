import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fitPhoto } from '../../../src/documents/photos/fit-photo.ts';
import { aPhoto, colourAt, secrets } from '../../support/a-photo.ts';

const fitted = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const photo = await fitPhoto(bytes);
  if (photo.kind === 'left') throw new Error(photo.why);
  return photo.jpeg;
};

describe('fit photo', () => {
  test('leaves place, owner, device and every other note of the camera behind', async () => {
    const before = await aPhoto();
    const noted = await sharp(before).metadata();

    const after = await fitted(before);

    expect(noted.exif?.includes(secrets.maker)).toBe(true);
    expect(noted.xmp?.includes(secrets.xmp)).toBe(true);
    const { exif, xmp, iptc, icc, orientation } = await sharp(after).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    const text = Buffer.from(after).toString('latin1');
    for (const secret of ['Exif', 'GPS', 'adobe', 'Photoshop', ...Object.values(secrets)]) {
      expect(text).not.toContain(secret);
    }
  });

  test('leaves out what an editor keeps beside the picture: IPTC, comments, what comes after its end', async () => {
    const plain = await aPhoto();
    const iptc = segment(0xed, Buffer.from('Photoshop 3.0\0kota rahasia', 'latin1'));
    const comment = segment(0xfe, Buffer.from('komentar rahasia', 'latin1'));
    const before = Buffer.concat([
      plain.subarray(0, 2),
      iptc,
      comment,
      plain.subarray(2),
      Buffer.from('film rahasia'),
    ]);

    expect(Buffer.from(await fitted(before)).toString('latin1')).not.toContain('rahasia');
  });

  test('turns a photo as the camera was held', async () => {
    const turned = await fitted(await aPhoto({ width: 400, height: 300, orientation: 6 }));

    const { width, height } = await sharp(turned).metadata();
    expect([width, height]).toEqual([300, 400]);
    const [red, , blue] = await colourAt(turned, { x: 150, y: 50 });
    expect(red).toBeGreaterThan(150);
    expect(blue).toBeLessThan(80);
    expect((await colourAt(turned, { x: 150, y: 350 }))[2]).toBeGreaterThan(200);
  });

  test('makes the photo of a phone small, and a small one no larger', async () => {
    const grain = await sharp({
      create: {
        width: 1000,
        height: 750,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .png()
      .toBuffer();
    const noise = await sharp(grain)
      .resize(4000, 3000, { kernel: 'nearest' })
      .jpeg({ quality: 97 })
      .toBuffer();

    const after = await fitted(noise);

    expect(noise.length).toBeGreaterThan(4_000_000);
    expect(after.length).toBeLessThan(800_000);
    const { width, height } = await sharp(after).metadata();
    expect([width, height]).toEqual([1200, 900]);
    const small = await sharp(await fitted(await aPhoto())).metadata();
    expect([small.width, small.height]).toEqual([400, 300]);
  });

  test('takes PNG with see-through parts, WebP, GIF, TIFF and AVIF, and makes JPEG of them', async () => {
    const picture = sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const written = [
      picture.clone().png(),
      picture.clone().webp(),
      picture.clone().gif(),
      picture.clone().tiff({ compression: 'lzw' }),
      picture.clone().avif(),
    ];
    for (const each of written) {
      const after = await fitted(await each.toBuffer());

      const metadata = await sharp(after).metadata();
      expect([metadata.format, metadata.width]).toEqual(['jpeg', 40]);
      expect((await colourAt(after, { x: 5, y: 5 }))[0]).toBeGreaterThan(240);
    }
  });

  test('says of what cannot be printed why, and never fails over it', async () => {
    const whole = await aPhoto();
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    ]);
    const bomb = Buffer.from(whole);
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
    bomb.writeUInt16BE(60_000, frame + 5);
    bomb.writeUInt16BE(60_000, frame + 7);
    const left = async (bytes: Uint8Array) => {
      const photo = await fitPhoto(bytes);
      return photo.kind === 'left' ? photo.why : 'fit';
    };

    expect(await left(heic)).toBe('heic');
    expect(await left(whole.subarray(0, whole.length / 2))).toBe('broken');
    expect(await left(Buffer.from('%PDF-1.7 bukan foto'))).toBe('broken');
    expect(await left(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('broken');
    expect(await left(Buffer.alloc(0))).toBe('empty');
    expect(await left(bomb)).toBe('too large');
  });

  test('gives the same bytes for the same photo', async () => {
    const photo = await aPhoto();

    expect(Buffer.compare(await fitted(photo), await fitted(photo))).toBe(0);
  });
});

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
