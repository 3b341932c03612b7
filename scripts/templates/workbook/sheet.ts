import type { Choices, Prompt } from '../../../src/book/column-look.ts';
import type { ConditionalTint } from '../../../src/book/row-tints.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

/** A tab as it is to be drawn; rows and columns count from 1. */
export interface Sheet {
  readonly name: string;
  readonly tabColour: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Of rows that say nothing else, in points. */
  readonly rowHeight: number;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showGrid: boolean;
  /** The last row that drop-downs, colours and the filter reach. */
  readonly reach?: number;
  readonly filtered: boolean;
  readonly merged: readonly string[];
  readonly choices: readonly PlacedChoices[];
  readonly prompts: readonly PlacedPrompt[];
  /** The first that fits wins where two set the same thing. */
  readonly tints: readonly ConditionalTint[];
  readonly print: {
    readonly landscape: boolean;
    /** In percent; absent: as wide as one page. */
    readonly scale?: number;
    readonly repeatColumns: number;
  };
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** The look that cells typed later take on. */
  readonly look: number;
  /** 1 when the column folds away with its neighbours. */
  readonly outline?: number;
}

export interface SheetRow {
  readonly number: number;
  readonly height?: number;
  readonly cells: readonly {
    readonly column: number;
    readonly value: Cell;
    readonly look: number;
  }[];
}

export interface PlacedChoices extends Choices {
  readonly range: string;
}

export interface PlacedPrompt extends Prompt {
  readonly cell: string;
}

/** `1` is `A`, `27` is `AA`. */
export const letters = (column: number): string => {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
};
