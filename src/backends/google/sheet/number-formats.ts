/** How days and moments show, whether a column was made for them or a single cell is written: side by side they look alike. */
export const dayFormat = { type: 'DATE', pattern: 'ddd, d mmm yyyy' } as const;
export const momentFormat = { type: 'DATE_TIME', pattern: 'd mmm yyyy hh.mm' } as const;
