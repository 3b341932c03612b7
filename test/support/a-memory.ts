import type { Memory } from '../../src/backends/memory.ts';

/** What a backend keeps between passes, as long as the test runs. */
export const aMemory = (): Memory => {
  const kept = new Map<string, string>();
  return {
    recall: async (name) => kept.get(name),
    remember: async (name, value) => {
      kept.set(name, value);
    },
  };
};
