import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { fleetFileName } from '../fleet/settings/fleet-settings.ts';
import { isPostgresAddress, readPostgresPlace } from '../ledger/postgres/postgres-place.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Circumstances } from './answer.ts';
import { demo } from './demo.ts';
import { moveLedger } from './move-ledger.ts';

const offices = ['bupati', 'dinas'] as const;

/**
 * Makes two invented offices whose ledgers are in one database, and the settings of a fleet that serves them; what is
 * there already is kept.
 *
 * @param database The address of a database that may be written to.
 * @returns The settings of the fleet.
 * @throws NoDatabaseError
 */
export const makeInventedFleet = async (
  at: Circumstances,
  { dir, database }: { readonly dir: string; readonly database: string | undefined },
): Promise<string> => {
  if (database === undefined || !isPostgresAddress(database)) throw new NoDatabaseError();
  const place = readPostgresPlace(ledgerAt(database, 1));
  if (place.kind === 'fault') throw new NoDatabaseError(`"--database" ${place.fault}.`);
  makeFolder(dir);
  for (const [index, office] of offices.entries()) {
    at.progress(`Making the invented office ${office}`);
    await makeOffice(at, { dir: join(dir, office), ledger: ledgerAt(database, index + 1) });
  }
  const file = join(dir, fleetFileName);
  if (!existsSync(file)) {
    const desks = offices.map((name) => ({ name, settings: join(name, settingsFileName) }));
    writeWhole(file, `${JSON.stringify({ database, desks }, undefined, 2)}\n`);
  }
  return file;
};

const ledgerAt = (database: string, desk: number): string =>
  `${database}${database.includes('?') ? '&' : '?'}desk=${desk}`;

const makeOffice = async (
  at: Circumstances,
  { dir, ledger }: { readonly dir: string; readonly ledger: string },
): Promise<void> => {
  const settings = join(dir, settingsFileName);
  if (existsSync(settings) && isPostgresAddress(readConfig(settings).ledger)) return;
  await demo(at, { dir });
  await moveLedger({ ...at, config: settings }, { to: ledger });
  const { workbook, documents, timeZone } = readConfig(settings);
  writeWhole(
    settings,
    `${JSON.stringify({ workbook, documents, timeZone, ledger }, undefined, 2)}\n`,
  );
};

class NoDatabaseError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(what = 'The invented offices need a database of PostgreSQL.') {
    super({
      what,
      todo: 'Name one that you may write to with "--database", such as "postgres:///layanan?host=/var/run/postgresql".',
    });
  }
}
