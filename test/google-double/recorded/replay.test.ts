import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';
import { recordingsFolder } from './recording.ts';

const tool = fileURLToPath(new URL('../../../../shared/google/replay.mjs', import.meta.url));
const isAtHand = existsSync(tool);
if (!isAtHand) {
  console.log('No recorded traffic lies beside the project: the stand-in is not held to it.');
}

/** What the README explains, by recording and number of the interaction. */
const explained = [
  'ClientTest.test_list_spreadsheet_files.json #2',
  'ClientTest.test_open_all_has_metadata.json #3',
  'ClientTest.test_open_all_has_metadata.json #8',
  'ClientTest.test_open_all_has_metadata.json #9',
  'ClientTest.test_open_all_has_metadata.json #71',
  'ClientTest.test_open_all_has_metadata.json #74',
  'ClientTest.test_open_all_has_metadata.json #76',
];

type Replayed = {
  readonly agree: number;
  readonly all: number;
  readonly shown: readonly { readonly file: string; readonly index: number }[];
};

test.skipIf(!isAtHand)(
  'the stand-in answers recorded traffic as Google did, but for what is explained',
  async () => {
    const { url, close } = await createGoogleDouble({ recordings: recordingsFolder }).listen(0);
    onTestFinished(close);

    const { stdout } = await promisify(execFile)(process.execPath, [tool, '--url', url, '--json'], {
      maxBuffer: 2 ** 26,
    });

    const { agree, all, shown } = JSON.parse(stdout) as Replayed;
    expect(shown.map(({ file, index }) => `${file} #${index}`)).toEqual(explained);
    expect(agree / all).toBeGreaterThanOrEqual(0.99);
  },
);
