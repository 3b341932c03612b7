/**
 * What came of reading one cell.
 *
 * `warnings` and `question` go on where a sentence that names the column and quotes the cell leaves off: "Jam Mulai
 * "jam 3" …". `unsure` has more than one meaning, and we ask; `unreadable` has none that we know.
 */
export type Reading<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: T; readonly warnings: readonly string[] }
  | { readonly kind: 'unsure'; readonly question: string }
  | { readonly kind: 'unreadable' };

export const empty = { kind: 'empty' } as const;
export const unreadable = { kind: 'unreadable' } as const;

export const read = <T>(value: T, ...warnings: readonly string[]): Reading<T> => ({
  kind: 'read',
  value,
  warnings,
});

export const unsure = (
  question: string,
): { readonly kind: 'unsure'; readonly question: string } => ({
  kind: 'unsure',
  question,
});
