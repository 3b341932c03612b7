import { sql } from 'kysely';
import type { Guard, LayoutDialect } from './layout-dialect.ts';

export const sqliteLayout: LayoutDialect = {
  types: { desk: 'text', text: 'text', large: 'integer' },
  tableNames: async (db) => (await db.introspection.getTables()).map(({ name }) => name),
  // Whoever writes has the whole file.
  begin: async () => undefined,
  oneTicketARow: {
    within: (ticket) => ticket.addUniqueConstraint('ticket_row_once', ['desk', 'row_key']),
    after: [],
  },
  guarding: (guard) => [sql.raw(triggerFor(guard))],
  finish: async () => undefined,
};

const triggerFor = (guard: Guard): string => {
  const { table } = guard;
  switch (guard.kind) {
    case 'append-only': {
      const of = guard.columns === undefined ? '' : `of ${guard.columns.join(', ')}`;
      return `create trigger no_${guard.event}_${table} before ${guard.event} ${of} on ${table}
        begin select raise(abort, '${table} is append-only'); end`;
    }
    case 'only-grows':
      return `create trigger ${table}_only_grows before update on ${table}
        when new.number < old.number or new.year <> old.year or new.desk <> old.desk
        begin select raise(abort, '${table} only grows'); end`;
  }
};
