/** What the backend keeps between passes, by name. The ledger is one; a desk that only looks forgets. */
export interface Memory {
  recall(name: string): Promise<string | undefined>;
  remember(name: string, value: string): Promise<void>;
}

/** What was read where people change it, and kept for an hour so that Google is asked less. Whoever checks it reads for himself. */
export const readings = {
  photos: 'google.photos',
  outline: 'google.sheet-outline',
} as const;

/** As long as it is worth anything, the same is read again. */
export const forgetReadings = async (memory: Memory): Promise<void> => {
  for (const name of Object.values(readings))
    if (await memory.recall(name)) await memory.remember(name, '');
};
