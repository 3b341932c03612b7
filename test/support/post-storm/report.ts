/** What a storm of mail is, and what is counted of it. */

/** Desks with one fault each, that a judge must find. */
export type StormMutant =
  | 'nothing is frozen before it is sent'
  | 'the date is that of the attempt'
  | 'facts do not count'
  | 'the hour is checked when it is planned'
  | 'typed text is the address';

export interface StormPlan {
  readonly seed: number;
  readonly way: 'outbox' | 'smtp';
  readonly events: number;
  /** Steps of pass and delivery in the storm; about half of them are killed. */
  readonly steps: number;
  /** `plain`: two kinds that tell everything, over rows alone. `real`: every kind, text and rule that the product has. */
  readonly office?: 'plain' | 'real';
  /** Without trouble at the end, for what waited; five unless given. */
  readonly calmDays?: number;
  /** How many connections end before the answer to the last byte. */
  readonly lostAnswers?: number;
  readonly mutant?: StormMutant;
}

export const noCounts = {
  kills: 0,
  changes: 0,
  /** Mails that arrived, each id once. */
  mails: 0,
  messages: 0,
  /** Deliveries of an id that had arrived before: SMTP cannot do without. */
  again: 0,
  /** Deliveries by a clock that was hours ahead of the machine. */
  jumps: 0,
  /** What people should have heard in the end and did not, or the ledger says they did; and about which nobody is asked. */
  lost: 0,
  /** The same, and a person is asked in Pesan and Ringkasan. */
  asked: 0,
  /** The same word to the same person under two ids. */
  doubled: 0,
  /** At night, at noon, on a holiday, or by a clock that had jumped. */
  atNight: 0,
  /** Words that were no longer true when they arrived. */
  stale: 0,
  /** One id with different bytes, its date among them. */
  altered: 0,
  /** Mails with more than one recipient, or with another than the cell names. */
  misaddressed: 0,
  /** Topics, ways in and passcodes where they are nobody's business. */
  leaked: 0,
};

export type StormReport = Readonly<typeof noCounts>;

export const flawsOf = (report: StormReport): Partial<StormReport> =>
  Object.fromEntries(
    (['lost', 'doubled', 'atNight', 'stale', 'altered', 'misaddressed', 'leaked'] as const)
      .filter((flaw) => report[flaw] > 0)
      .map((flaw) => [flaw, report[flaw]]),
  );

export const addedUp = (reports: readonly StormReport[]): StormReport => {
  const sum = { ...noCounts };
  for (const report of reports)
    for (const name of Object.keys(noCounts) as (keyof StormReport)[]) sum[name] += report[name];
  return sum;
};
