import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { createGoogleDouble } from '../test/google-double/google-double.ts';

/**
 * Starts the stand-in for the Google APIs on a port of this machine: `--port N [--data FILE]`.
 *
 * Where recorded traffic lies beside the project, its account is there too. What was asked for wrongly ends with
 * status 2 and a line that says what to correct.
 */
try {
  const { port, file } = readOptions();
  const double = await standIn(file);
  const { url } = await double.listen(port).catch((error: unknown) => {
    throw new Error(`Port ${port} cannot be opened (${wordsOf(error)}). Take another by --port.`);
  });
  console.log(`listening on ${url}`);
} catch (error) {
  console.error(`google-double: ${wordsOf(error)}`);
  process.exitCode = 2;
}

function readOptions(): { readonly port: number; readonly file: string | undefined } {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, data: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!/^\d+$/u.test(values.port) || port > 65_535) {
    throw new Error(`"${values.port}" is no port. Give --port a number from 0 to 65535.`);
  }
  return { port, file: values.data };
}

/** The stand-in itself is read last: what was asked for wrongly is told at once. */
async function standIn(file: string | undefined): Promise<ReturnType<typeof createGoogleDouble>> {
  try {
    const data: unknown = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
    const { createGoogleDouble } = await import('../test/google-double/google-double.ts');
    const { recordingsFolder } = await import('../test/google-double/recorded/recording.ts');
    const recordings = existsSync(recordingsFolder) ? { recordings: recordingsFolder } : {};
    return createGoogleDouble({ data, ...recordings });
  } catch (error) {
    throw new Error(`"${file}" cannot be used as --data.\n${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
