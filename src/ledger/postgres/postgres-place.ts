/** Where a ledger in PostgreSQL is, as one text: `postgres://user@host/database?desk=7`, with `&schema=…` if it is not ours. */

export interface PostgresPlace {
  /** Without what is only for us. */
  readonly address: string;
  /** From 1; what tells the desks of a database apart. */
  readonly desk: number;
  readonly schema: string;
}

export const ownSchema = 'layanan';

export const isPostgresAddress = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text);

/** @returns What is wrong with it, to be read after the name of the setting. */
export const readPostgresPlace = (
  text: string,
):
  | { readonly kind: 'read'; readonly place: PostgresPlace }
  | { readonly kind: 'fault'; readonly fault: string } => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fault = faultIn(url);
  if (url === undefined || fault !== undefined)
    return { kind: 'fault', fault: fault ?? notAnAddress };
  const desk = Number(url.searchParams.get('desk'));
  const schema = url.searchParams.get('schema') ?? ownSchema;
  url.searchParams.delete('desk');
  url.searchParams.delete('schema');
  return { kind: 'read', place: { address: readable(url), desk, schema } };
};

const notAnAddress = 'must be an address such as "postgres://user@host/database?desk=1", or a file';

const faultIn = (url: URL | undefined): string | undefined => {
  if (url === undefined || url.pathname.length < 2) return notAnAddress;
  if (url.password !== '' || url.searchParams.has('password'))
    return 'must not hold a password: put it into PGPASSWORD or into the file that PGPASSFILE names';
  if (!/^[1-9]\d{0,8}$/.test(url.searchParams.get('desk') ?? ''))
    return 'must say which desk of that database is meant, by a number of its own that no other office has: "?desk=1" at its end';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(url.searchParams.get('schema') ?? ownSchema))
    return 'has a "schema" that is no plain name';
  return undefined;
};

/** As it stands in the settings, and as people are told; never with a password. */
export const placeText = ({ address, desk, schema }: PostgresPlace): string => {
  const url = new URL(address);
  url.password = '';
  url.searchParams.delete('password');
  url.searchParams.set('desk', String(desk));
  if (schema !== ownSchema) url.searchParams.set('schema', schema);
  return readable(url);
};

/** The folder of a socket is easier to read with its slashes. */
const readable = (url: URL): string => url.href.replaceAll('%2F', '/');
