import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import type { SqliteFile } from './sqlite-file.ts';

/**
 * Kysely over one SQLite file.
 *
 * On a full disk SQLite takes a transaction back by itself. Kysely would then roll back once more, and the failure of
 * that would hide what had happened.
 */
export class LibsqlDialect extends SqliteDialect {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new ForgivingDriver(this.#file);
  }
}

class ForgivingDriver extends SqliteDriver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}
