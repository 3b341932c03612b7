/**
 * Rows in one statement. The widest table has 11 columns, and SQLite takes 32,766 values in a statement (PostgreSQL
 * 65,535); larger batches were measured to be no quicker.
 */
const batchRows = 500;

/** Hands the rows over in batches that fit into one statement, one after the other. */
export const inBatches = async <T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += batchRows) {
    await write(rows.slice(from, from + batchRows));
  }
};
