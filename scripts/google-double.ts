import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGoogleDouble } from '../test/google-double/google-double.ts';
import { recordingsFolder } from '../test/google-double/recorded/recording.ts';

/**
 * Starts the stand-in for the Google APIs on a port of this machine: `--port N [--data FILE]`.
 *
 * Where recorded traffic lies beside the project, its account is there too.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, data: { type: 'string' } },
});
const data: unknown =
  values.data === undefined ? undefined : JSON.parse(readFileSync(values.data, 'utf8'));
const recordings = existsSync(recordingsFolder) ? { recordings: recordingsFolder } : {};
const { url } = await createGoogleDouble({ data, ...recordings }).listen(Number(values.port));
console.log(`listening on ${url}`);
