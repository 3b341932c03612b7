/** What one rendering keeps count of while its parts are printed. */
import type { ChartData } from './chart-data.ts';
import type { Picture } from './pictures.ts';

/** A picture that this document carries, and the parts that show it. */
interface PlacedPicture {
  readonly name: string;
  readonly picture: Picture;
}

export class RenderState {
  #lastId: number;
  readonly #bookmarks = new Map<string, number>();
  readonly #pictures = new Map<Uint8Array, PlacedPicture>();
  /** For every part, the pictures that it shows, under the ids of its relationships. */
  readonly shown = new Map<string, Map<string, string>>();
  /** For every chart part that was printed, its figures. */
  readonly charts = new Map<string, ChartData>();

  /** What a time is followed by where the template names no zone: "WITA". */
  readonly zone: string;

  /** @param lastId The highest drawing or bookmark id of the template. */
  constructor(lastId: number, zone: string) {
    this.#lastId = lastId;
    this.zone = zone;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** A new id for this turn's bookmark; its end asks for the same one. */
  openBookmark(id: string): number {
    const fresh = this.nextId();
    this.#bookmarks.set(id, fresh);
    return fresh;
  }

  closeBookmark(id: string): number {
    return this.#bookmarks.get(id) ?? this.nextId();
  }

  /** Puts the picture into the document once, and gives the id under which this part knows it. */
  show(part: string, picture: Picture): string {
    let placed = this.#pictures.get(picture.bytes);
    if (placed === undefined) {
      const name = `word/media/isian${this.#pictures.size + 1}.${picture.extension}`;
      placed = { name, picture };
      this.#pictures.set(picture.bytes, placed);
    }
    const shown = this.shown.get(part) ?? new Map<string, string>();
    this.shown.set(part, shown);
    const id = `rIsian${placed.name.replace(/\D/g, '')}`;
    shown.set(id, placed.name);
    return id;
  }

  get pictures(): readonly PlacedPicture[] {
    return [...this.#pictures.values()];
  }
}
