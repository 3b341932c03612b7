/** A small sheet to draw on: boxes, lines and letters, given out as a PNG. */
import { crc32, deflateSync, inflateRawSync } from 'node:zlib';
import { drawnLetters, letterRows, packedLetters } from './chart-letters.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Letter {
  readonly width: number;
  /** How dark each pixel is, 0 to 15. */
  readonly pixels: Uint8Array;
}

let letters: ReadonlyMap<string, Letter> | undefined;

export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height * 3).fill(255);
  }

  fill({ x, y, width, height }: Box, colour: Colour): void {
    const [left, right] = [Math.max(0, Math.round(x)), Math.min(this.width, Math.round(x + width))];
    const [top, bottom] = [
      Math.max(0, Math.round(y)),
      Math.min(this.height, Math.round(y + height)),
    ];
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) this.#blend(column, row, colour, 1);
    }
  }

  /** A line as thick as a pen of `thickness` pixels, with soft edges. */
  line(
    from: readonly [number, number],
    to: readonly [number, number],
    pen: { colour: Colour; thickness: number },
  ): void {
    const reach = pen.thickness / 2 + 1;
    const [left, right] = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
    const [top, bottom] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
    for (let row = Math.max(0, Math.floor(top)); row < Math.min(this.height, bottom); row += 1) {
      for (
        let column = Math.max(0, Math.floor(left));
        column < Math.min(this.width, right);
        column += 1
      ) {
        const away = distance([column + 0.5, row + 0.5], from, to);
        this.#blend(
          column,
          row,
          pen.colour,
          Math.min(1, Math.max(0, pen.thickness / 2 + 0.5 - away)),
        );
      }
    }
  }

  text(text: string, at: { readonly x: number; readonly y: number }, colour: Colour): void {
    let left = Math.round(at.x);
    const top = Math.round(at.y);
    for (const { width, pixels } of lettersOf(text)) {
      pixels.forEach((dark, index) => {
        if (dark > 0) {
          this.#blend(left + (index % width), top + Math.floor(index / width), colour, dark / 15);
        }
      });
      left += width;
    }
  }

  png(): Uint8Array {
    const rows = new Uint8Array(this.height * (this.width * 3 + 1));
    for (let row = 0; row < this.height; row += 1) {
      const line = this.#pixels.subarray(row * this.width * 3, (row + 1) * this.width * 3);
      rows.set(line, row * (this.width * 3 + 1) + 1);
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    // Eight bits a colour, red, green and blue.
    head.set([8, 2], 8);
    return new Uint8Array(
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(rows)),
        chunk('IEND', new Uint8Array()),
      ]),
    );
  }

  #blend(column: number, row: number, colour: Colour, share: number): void {
    if (share <= 0 || column < 0 || column >= this.width || row < 0 || row >= this.height) return;
    const at = (row * this.width + column) * 3;
    for (const [index, value] of colour.entries()) {
      const under = this.#pixels[at + index] ?? 255;
      this.#pixels[at + index] = Math.round(under + (value - under) * share);
    }
  }
}

export const textHeight = letterRows;

export const textWidth = (text: string): number =>
  lettersOf(text).reduce((sum, { width }) => sum + width, 0);

/** The text, or as much of it as fits with an ellipsis. */
export const fitting = (text: string, width: number): string => {
  if (textWidth(text) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
};

/** The text in as many lines as it needs; what does not fit into the last one is cut. */
export const wrapped = (
  text: string,
  { width, mostLines }: { readonly width: number; readonly mostLines: number },
): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || (textWidth(longer) > width && lines.length < mostLines)) {
      lines.push(word);
    } else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitting(line, width));
};

/** Letters that are not in the set are drawn without their accents, or as a question mark. */
const lettersOf = (text: string): readonly Letter[] => {
  letters ??= unpackLetters();
  const known = letters;
  return [...text.replaceAll('\u00A0', ' ')].flatMap((sign) => {
    const plain = sign.normalize('NFD')[0] ?? '?';
    return known.get(sign) ?? known.get(plain) ?? known.get('?') ?? [];
  });
};

const unpackLetters = (): ReadonlyMap<string, Letter> => {
  const bytes = inflateRawSync(Buffer.from(packedLetters, 'base64'));
  const unpacked = new Map<string, Letter>();
  let at = 0;
  for (const sign of drawnLetters) {
    const width = bytes[at] ?? 0;
    const pixels = new Uint8Array(width * letterRows);
    at += 1;
    for (let index = 0; index < pixels.length; index += 1) {
      const pair = bytes[at + (index >> 1)] ?? 0;
      pixels[index] = index % 2 === 0 ? pair >> 4 : pair & 15;
    }
    at += Math.ceil(pixels.length / 2);
    unpacked.set(sign, { width, pixels });
  }
  return unpacked;
};

const distance = (
  point: readonly [number, number],
  from: readonly [number, number],
  to: readonly [number, number],
): number => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - from[0] - at * dx, point[1] - from[1] - at * dy);
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
};
