/** Does works in the order in which they come, each when the one before it is through, whatever became of that. */
export const oneAfterAnother = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
};
