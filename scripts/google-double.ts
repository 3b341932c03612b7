import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGoogleDouble } from '../test/google-double/google-double.ts';

/** Starts the stand-in for the Google APIs on a port of this machine: `--port N [--data FILE]`. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, data: { type: 'string' } },
});
const data: unknown =
  values.data === undefined ? undefined : JSON.parse(readFileSync(values.data, 'utf8'));
const { url } = await createGoogleDouble({ data }).listen(Number(values.port));
console.log(`listening on ${url}`);
