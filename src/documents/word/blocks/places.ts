/** Names the places of a part as a person finds them in Word: "Isi, tabel 2, baris 1, kolom 3". */
import type { XmlElement } from '../file/xml.ts';

export interface PartLabel {
  readonly label: string;
  /** Only the body counts its paragraphs; a letterhead is short enough to be found without. */
  readonly countsParagraphs: boolean;
}

/** Whoever walks a part in reading order asks for the place of each paragraph as it comes by. */
export class PlaceFinder {
  readonly #part: PartLabel;
  #tables = 0;
  #paragraphs = 0;
  readonly #tableNumbers = new Map<XmlElement, number>();

  constructor(part: PartLabel) {
    this.#part = part;
  }

  /** @param ancestors From the part's root down to the paragraph's parent. */
  placeOf(paragraph: XmlElement, ancestors: readonly XmlElement[]): string {
    const words = [this.#part.label];
    const table = ancestors.find((element) => element.name === 'w:tbl');
    if (table !== undefined) {
      words.push(`tabel ${this.#numberOf(table)}`);
      const row = ancestors.find((element) => element.name === 'w:tr');
      const cell = ancestors.find((element) => element.name === 'w:tc');
      if (row !== undefined) words.push(`baris ${positionOf(row)}`);
      if (cell !== undefined) words.push(`kolom ${positionOf(cell)}`);
      if (ancestors.filter((element) => element.name === 'w:tbl').length > 1) {
        words.push('tabel di dalam sel');
      }
    } else if (this.#part.countsParagraphs && !isInBox(ancestors)) {
      this.#paragraphs += 1;
      words.push(`paragraf ${this.#paragraphs}`);
    }
    if (isInBox(ancestors)) words.push('kotak teks');
    return paragraph.name === 'a:p' ? this.#part.label : words.join(', ');
  }

  #numberOf(table: XmlElement): number {
    const known = this.#tableNumbers.get(table);
    if (known !== undefined) return known;
    this.#tables += 1;
    this.#tableNumbers.set(table, this.#tables);
    return this.#tables;
  }
}

const isInBox = (ancestors: readonly XmlElement[]): boolean =>
  ancestors.some((element) => element.name === 'w:txbxContent');

const positionOf = (element: XmlElement): number => {
  const siblings = element.parent?.children ?? [];
  const alike = siblings.filter((node) => node.kind === 'element' && node.name === element.name);
  return alike.indexOf(element) + 1;
};
