/** This machine's clock and chance, for waits between calls. */
export const ownPace = {
  now: (): number => Date.now(),
  random: (): number => Math.random(),
  wait: (milliseconds: number): Promise<void> =>
    new Promise((done) => setTimeout(done, milliseconds)),
};
