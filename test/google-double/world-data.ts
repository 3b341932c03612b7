import { z } from 'zod';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const spreadsheet = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  timeZone: z.string().exactOptional(),
  locale: z.string().exactOptional(),
  tabs: z
    .array(z.strictObject({ name: z.string(), rows: z.array(z.array(cell)).exactOptional() }))
    .exactOptional(),
});

const form = z.strictObject({
  title: z.string(),
  questions: z.array(z.string()),
  emails: z.enum(['DO_NOT_COLLECT', 'VERIFIED', 'RESPONDER_INPUT']).exactOptional(),
  by: z.string().exactOptional(),
  link: z
    .strictObject({ spreadsheetId: z.string(), tab: z.string().exactOptional() })
    .exactOptional(),
});

const account = z.strictObject({
  email: z.string().min(1),
  kind: z.enum(['user', 'service-account']),
  program: z.string().exactOptional(),
});

/** What a world can begin with; `null` and `''` leave a cell empty. */
const worldData = z.strictObject({
  spreadsheets: z.array(spreadsheet).exactOptional(),
  forms: z.array(form).exactOptional(),
  accounts: z.array(account).exactOptional(),
});

export type WorldData = z.output<typeof worldData>;
export type SpreadsheetData = z.output<typeof spreadsheet>;

/** The data for a new world are not what a world can be made of. */
export class WorldDataError extends Error {}

/** @throws WorldDataError with every fault and where it is. */
export function readWorldData(given: unknown): WorldData {
  const read = worldData.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new WorldDataError(faults.join('\n'));
}
