import { sql } from 'kysely';
import { forgetting } from './forgetting.ts';
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
  guarding: (guard) =>
    // A file is replaced as a file.
    guard.kind === 'replaceable'
      ? []
      : [
          ...(guard.kind === 'forgettable'
            ? [sql.raw(`drop trigger no_update_${guard.table}`)]
            : []),
          sql.raw(triggerFor(guard)),
        ],
  finish: async () => undefined,
};

const kept = ['desk', 'revision', 'position', 'at', 'pass', 'kind', 'ticket', 'subject'];

const triggerFor = (guard: Exclude<Guard, { readonly kind: 'replaceable' }>): string => {
  const { table } = guard;
  switch (guard.kind) {
    case 'append-only': {
      const of = guard.columns === undefined ? '' : `of ${guard.columns.join(', ')}`;
      return `create trigger no_${guard.event}_${table} before ${guard.event} ${of} on ${table}
        begin select raise(abort, '${table} is append-only'); end`;
    }
    case 'forgettable':
      return `create trigger no_update_${table} before update on ${table}
        when not exists (select 1 from memory where desk = old.desk and name = '${forgetting}')
          or ${kept.map((column) => `new.${column} is not old.${column}`).join(' or ')}
        begin select raise(abort, '${table} is append-only'); end`;
    case 'only-grows':
      return `create trigger ${table}_only_grows before update on ${table}
        when new.number < old.number or new.year <> old.year or new.desk <> old.desk
        begin select raise(abort, '${table} only grows'); end`;
  }
};
