/** Where each desk of a fleet lives, and whose quotas a look at it counts for. Nothing of it is secret. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { z } from 'zod';
import { backendOf } from '../../backends/backends.ts';
import { type ConfigFile, readConfig } from '../../config.ts';
import { ServiceError } from '../../errors.ts';
import { failureIn, type ToldFailure } from '../../failure.ts';
import {
  isPostgresAddress,
  ownSchema,
  readPostgresPlace,
} from '../../ledger/postgres/postgres-place.ts';
import type { PlacedDesk } from '../choosing/reach.ts';
import type { FleetSettings } from './fleet-settings.ts';

export interface DeskPlaced extends PlacedDesk {
  /** As its ledger is numbered in the database. */
  readonly desk: number;
  readonly name: string;
  readonly config: ConfigFile;
  /** Changes with the settings file, so that what was remembered under others is not taken for these. */
  readonly settingsHash: string;
  /** The workbook, which no two desks may share. */
  readonly place: string;
}

export interface DeskFault {
  readonly name: string;
  readonly failure: ToldFailure;
}

export interface Places {
  readonly desks: readonly DeskPlaced[];
  /** Desks whose settings or credentials cannot be read; the others go on. */
  readonly faults: readonly DeskFault[];
}

export const placeDesks = async ({
  desks,
  database,
  direct,
}: Pick<FleetSettings, 'desks' | 'database' | 'direct'>): Promise<Places> => {
  const homes = new Set([databaseIn(database), databaseIn(direct)]);
  const placed: DeskPlaced[] = [];
  const faults: DeskFault[] = [];
  for (const desk of desks) {
    try {
      placed.push(await placeDesk(desk, homes));
    } catch (error) {
      faults.push({ name: desk.name, failure: failureIn(error) });
    }
  }
  return { desks: placed, faults };
};

const placeDesk = async (
  { name, settings, account }: FleetSettings['desks'][number],
  homes: ReadonlySet<string>,
): Promise<DeskPlaced> => {
  const config = readConfig(settings);
  const desk = numberIn(config.ledger, { homes, settings });
  const settingsHash = digest(readFileSync(settings));
  const backend = backendOf(config);
  const common = { desk, name, config, settingsHash };
  if (backend.name === 'local')
    return { ...common, quotas: [], place: realPath(backend.workbookPath ?? config.workbook) };
  const { credentials, token, spreadsheet } = backend.settings;
  const signIn = await accountOf(credentials, { token, account });
  return {
    ...common,
    project: signIn.project,
    quotas: [quotaName(signIn.project), quotaName(signIn.project, signIn.user)],
    // Until setup has made its sheet, a desk is known by its settings.
    place: spreadsheet ?? realPath(settings),
  };
};

/** Of the ledger, which has to lie where all workers find it. */
const numberIn = (
  ledger: string,
  { homes, settings }: { readonly homes: ReadonlySet<string>; readonly settings: string },
): number => {
  const read = isPostgresAddress(ledger) ? readPostgresPlace(ledger) : undefined;
  if (read?.kind !== 'read') throw new LedgerElsewhereError(settings);
  const { address, desk, schema } = read.place;
  if (schema !== ownSchema || !homes.has(databaseIn(address)))
    throw new LedgerElsewhereError(settings);
  return desk;
};

/** Host, port and name: whoever connects, and by which options, it is the same database. */
const databaseIn = (address: string): string => {
  const { hostname, port, pathname, searchParams } = new URL(address);
  return [searchParams.get('host') ?? hostname, port || '5432', pathname].join(' ');
};

/** The desk's ledger is a file, or in another database. */
class LedgerElsewhereError extends ServiceError {
  readonly code = 'ledger-elsewhere';

  constructor(settings: string) {
    super({
      what: `The ledger of "${settings}" is not in the database of the fleet.`,
      todo: `Move it there with "npx layanan-vicon ledger move", to the address of the fleet's database with a number of its own for this desk: "…?desk=7".`,
    });
  }
}

/** A project's quota, or that of one of its users. */
export const quotaName = (project: string, user?: string): string =>
  user === undefined ? project : `${project}/${user}`;

/** Of a project when it names no user. */
export const isUsersQuota = (name: string): boolean => name.includes('/');

/**
 * Google counts by the project of the client and by who is signed in. Whose sign-in it is we are not told: who signed in
 * once for several desks shares the file, or names one account in the fleet's settings.
 */
const accountOf = async (
  credentials: string,
  { token, account }: { readonly token: string; readonly account: string | undefined },
): Promise<{ readonly project: string; readonly user: string }> => {
  const { readCredentials } = await import('../../backends/google/sign-in/credentials.ts');
  const known = readCredentials(credentials);
  if (known.kind === 'service-account')
    return { project: projectOfKey(credentials), user: digest(known.email).slice(0, userDigits) };
  return {
    project: /^\d+/.exec(known.clientId)?.[0] ?? digest(known.clientId).slice(0, userDigits),
    user: digest(account ?? realPath(token)).slice(0, userDigits),
  };
};

const userDigits = 12;

/** All service accounts of a project share its quota; the key names it by its id. */
const projectOfKey = (credentials: string): string => {
  const key: unknown = JSON.parse(readFileSync(credentials, 'utf8').replace(/^\uFEFF/, ''));
  return serviceKey.parse(key).project_id;
};

const serviceKey = z.object({ project_id: z.string().default('service-account') });

const digest = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** Desks that would write into one and the same workbook or ledger, by name. */
export const sharedPlaces = (desks: readonly DeskPlaced[]): readonly (readonly string[])[] =>
  [groupedBy(desks, ({ place }) => place), groupedBy(desks, ({ desk }) => String(desk))].flat();

const groupedBy = (
  desks: readonly DeskPlaced[],
  keyOf: (desk: DeskPlaced) => string,
): readonly (readonly string[])[] => {
  const groups = new Map<string, readonly string[]>();
  for (const each of desks) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each.name]);
  }
  return [...groups.values()].filter((names) => names.length > 1);
};
