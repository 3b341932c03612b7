/**
 * The settings of a fleet: which desks, which database, which quotas. Each desk keeps a settings file of its own.
 *
 * Every path is relative to the fleet's file. What is secret of a desk stays in files on this machine.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigInvalidError, faultsIn, readSettingsJson } from '../../config.ts';
import { ServiceError } from '../../errors.ts';

/** Where `fleet` looks for its settings unless told otherwise. */
export const fleetFileName = 'fleet.json';

const address = z
  .string()
  .refine((text) => URL.canParse(text) && /^postgres(?:ql)?:\/\/./.test(text), {
    error: 'must be an address such as "postgres://user@host/database"',
  })
  .refine((text) => !/^\w+:\/\/[^/@]*:[^/@]+@|[?&]password=/.test(text), {
    error:
      'must not hold a password: put it into PGPASSWORD or into the file that PGPASSFILE names',
  });

const calls = z.strictObject({
  reads: z.number().int().min(3),
  writes: z.number().int().min(3),
});

const desk = z.strictObject({
  /** What `fleet status` calls it; logs and the database know it by the number of its ledger. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, {
    error: 'must be a short name in small letters, digits, ".", "-" and "_"',
  }),
  settings: z.string().min(1),
  /** Desks of one account on Google that signed in apart, under one word of yours: they share what a user may ask. */
  account: z.string().min(1).optional(),
});

/** What Google allows a project and a user of it unless it was raised. */
const quotas = z.strictObject({
  project: calls.prefault({ reads: 300, writes: 300 }),
  user: calls.prefault({ reads: 60, writes: 60 }),
  /** Raised ones, by the number of the project. */
  projects: z.record(z.string(), calls).default({}),
});

const seconds = z.number().min(1).max(3600);

const targets = z.strictObject({
  cold: seconds.default(45),
  recent: seconds.default(20),
  quiet: seconds.default(300),
});

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: 'must be a time such as "20:00"',
});

const quietHours = z.strictObject({ from: timeOfDay, until: timeOfDay });

/** Some 70 KB a row; with 0 desks every pass begins with nothing. */
const remember = z.strictObject({
  desks: z.number().int().min(0).default(100),
  rows: z.number().int().min(0).default(3000),
});

const schema = z.strictObject({
  /** May lead through a pooler. */
  database: address,
  /** Straight to PostgreSQL, for locks that live as long as a connection; absent: the same. */
  direct: address.optional(),
  desks: z.array(desk).min(1),
  quotas: quotas.prefault({}),
  /** How old a look at a desk may become, in seconds. */
  targets: targets.prefault({}),
  /** When nobody works, in each desk's own time zone. */
  quietHours: quietHours.optional(),
  /** What `fleet check` holds the fleet to: nineteen of twenty changes are answered within it. */
  answerWithinSeconds: z.number().min(1).default(60),
  /** Passes that one worker runs beside each other. */
  passesAtOnce: z.number().int().min(1).max(64).default(8),
  /** What one worker keeps in memory of the desks that it served: of so many, with so many rows in all of them. */
  remember: remember.prefault({}),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const groups = {
  '': schema.shape,
  desks: desk.shape,
  quotas: quotas.shape,
  'quotas.project': calls.shape,
  'quotas.user': calls.shape,
  'quotas.projects': calls.shape,
  targets: targets.shape,
  quietHours: quietHours.shape,
  remember: remember.shape,
};

/** The settings of a fleet with every path absolute and nothing left out. */
export type FleetSettings = Readonly<z.output<typeof schema>> & {
  readonly file: string;
  readonly direct: string;
};

/** @throws FleetNotFoundError, ConfigNotFoundError, ConfigInvalidError */
export const readFleetSettings = (file = fleetFileName): FleetSettings => {
  const path = resolve(file);
  if (!existsSync(path)) throw new FleetNotFoundError(path);
  const parsed = schema.safeParse(readSettingsJson(path));
  if (!parsed.success) throw new ConfigInvalidError(faultsIn(parsed.error, groups), path);
  const { desks, direct = parsed.data.database, ...rest } = parsed.data;
  const placed = desks.map((each) => ({
    ...each,
    settings: resolve(dirname(path), each.settings),
  }));
  const faults = twice(placed);
  if (faults.length > 0) throw new ConfigInvalidError(faults, path);
  return { ...rest, direct, desks: placed, file: path };
};

const twice = (desks: FleetSettings['desks']): readonly string[] =>
  (['name', 'settings'] as const).flatMap((key) => {
    const values = desks.map((each) => each[key]);
    const again = new Set(values.filter((value, index) => values.indexOf(value) !== index));
    return [...again].map((value) => `"${value}" is the "${key}" of more than one desk`);
  });

class FleetNotFoundError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(path: string) {
    super({
      what: `There are no settings of a fleet at "${path}".`,
      todo: 'Name them with "--config", or begin with two invented offices: "npx layanan-vicon fleet demo --help".',
    });
  }
}
