/** What one rendering keeps count of while its parts are printed. */
import type { ChartData } from './chart-data.ts';
import type { Picture } from './pictures.ts';

/** A picture that this document carries, and the parts that show it. */
interface PlacedPicture {
  readonly name: string;
  readonly picture: Picture;
}

/** A list that begins anew: a numbering of its own, like the one that the template has. */
export interface FreshList {
  readonly id: number;
  readonly like: string;
}

/** The highest ids that the template uses. */
export interface LastIds {
  /** Of drawings and bookmarks. */
  readonly drawing: number;
  readonly list: number;
}

export class RenderState {
  #lastId: number;
  #lastList: number;
  readonly #lists = new Map<string, string>();
  readonly #usedLists = new Set<string>();
  readonly #freshLists: FreshList[] = [];
  readonly #shapes = new Map<string, string>();
  readonly #bookmarks = new Map<string, number>();
  readonly #pictures = new Map<Uint8Array, PlacedPicture>();
  /** For every part, the pictures that it shows, under the ids of its relationships. */
  readonly shown = new Map<string, Map<string, string>>();
  /** For every chart part that was printed, its figures. */
  readonly charts = new Map<string, ChartData>();

  /** What a time is followed by where the template names no zone: "WITA". */
  readonly zone: string;

  constructor({ drawing, list }: LastIds, zone: string) {
    this.#lastId = drawing;
    this.#lastList = list;
    this.zone = zone;
  }

  /** The next item of each of these lists is its first. */
  beginLists(ids: ReadonlySet<string>): void {
    for (const id of ids) this.#lists.delete(id);
  }

  /** The numbering that an item of this list of the template takes now. */
  listNow(id: string): string {
    const now = this.#lists.get(id) ?? (this.#usedLists.has(id) ? this.#freshList(id) : id);
    this.#usedLists.add(id);
    this.#lists.set(id, now);
    return now;
  }

  #freshList(like: string): string {
    this.#lastList += 1;
    this.#freshLists.push({ id: this.#lastList, like });
    return String(this.#lastList);
  }

  get freshLists(): readonly FreshList[] {
    return this.#freshLists;
  }

  /** A new id for this turn's shape. */
  openShape(id: string): string {
    const fresh = `${id}_${this.nextId()}`;
    this.#shapes.set(id, fresh);
    return fresh;
  }

  /** What a pointer to the shape says: this turn's id, or its own where no loop repeats it. */
  shape(id: string): string {
    return this.#shapes.get(id) ?? id;
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
