/**
 * What a name in a template means: while compiling, the scopes that blocks open; while printing, the
 * values that they hold.
 */
import type { RenderState } from './render-state.ts';

/** One turn of a block while printing. A loop keeps one frame and changes it from turn to turn. */
export interface Frame {
  value: unknown;
  index: number;
  count: number;
  key: string | number | undefined;
  readonly parent: Frame | undefined;
  readonly root: unknown;
  readonly state: RenderState;
}

/** The same while compiling. */
export interface Scope {
  readonly kind: 'root' | 'each' | 'with';
  readonly parent: Scope | undefined;
  /** What `this` is, as a path from the view: `['petugas', '*']`; undefined where it cannot be known. */
  readonly path: DataPath | undefined;
  /** The names that `as |petugas urutan|` gave. */
  readonly names: readonly string[];
}

/** Names from the view down; `*` stands for an item of a list. */
export type DataPath = readonly string[];

export const itemStep = '*';

export const rootScope: Scope = { kind: 'root', parent: undefined, path: [], names: [] };

/** What a template does with a name. */
export type Purpose = 'print' | 'input' | 'test' | 'list' | 'group' | 'picture' | 'chart';

/** A name at its place, kept for the check against a document's view. */
export interface NameUse {
  readonly path: DataPath;
  readonly purpose: Purpose;
  readonly written: string;
  readonly place: string;
  readonly near: string;
  /** A helper's name that was typed alone; the view may still have a field of that name. */
  readonly orHelper: boolean;
}

/** A property of its own, or nothing: what objects inherit is never reached. */
export const ownValue = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
