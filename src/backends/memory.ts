/** What the backend keeps between passes, by name. The ledger is one; a desk that only looks forgets. */
export interface Memory {
  recall(name: string): Promise<string | undefined>;
  remember(name: string, value: string): Promise<void>;
}
