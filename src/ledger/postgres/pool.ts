/** Connections to PostgreSQL. The driver is loaded here, and only when one is wanted. */
import type { ClientConfig, Pool } from 'pg';

export interface PoolOptions {
  /** `postgres://user@host/database`. A password comes from PGPASSWORD or the file that PGPASSFILE names. */
  readonly address: string;
  /** What the database's administrator reads of us in `pg_stat_activity`; of longer ones the first 63 bytes. */
  readonly name: string;
  readonly max?: number;
}

/**
 * Connections that several ledgers may share. Numbers come as numbers from it, and one that JavaScript cannot hold is
 * refused.
 */
export const openPool = async ({ max = 4, ...address }: PoolOptions): Promise<Pool> => {
  const { Pool } = await import('pg');
  // What is idle keeps no process from ending.
  const pool = new Pool({ ...(await clientConfig(address)), max, allowExitOnIdle: true });
  // One that ends while nobody uses it is replaced when it is wanted; without a listener the process would end with it.
  pool.on('error', () => undefined);
  // Nor does it end over one that the server ends between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

export const clientConfig = async ({
  address,
  name,
}: Omit<PoolOptions, 'max'>): Promise<ClientConfig> => {
  const { types } = await import('pg');
  return {
    connectionString: address,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === types.builtins.INT8 ? safeInteger : types.getTypeParser(oid, format),
    },
  };
};

/** PostgreSQL's driver would hand these over as text, so that no digit is lost. */
const safeInteger = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number for us.`);
  return number;
};
