import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSources } from './test/support/compiled-sources.ts';

/** What takes seconds a file: whole processes, kills, storms, the Google stand-in. `--mode quick` leaves it out. */
const slow = [
  'test/cli/**',
  'test/fleet/work/**',
  'test/google-double/**',
  'test/backends/google/**',
  'test/ledger/**',
  'test/service/**',
  'test/core/unheard-rows.test.ts',
  'test/documents/shipped-templates.test.ts',
  'test/documents/word/editors.test.ts',
  'test/documents/word/bounds.test.ts',
  'test/backends/local/workbook/surviving.test.ts',
];

/** The slow ones come first: begun last, one of them would keep a worker busy while the others have nothing left. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const places = slow.map((pattern) => join(import.meta.dirname, pattern.replace('**', '')));
    const isSlow = ({ moduleId }: TestSpecification): boolean =>
      places.some((place) => moduleId.startsWith(place));
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

const resultsFile = process.env['VITEST_JSON'];

/** Far more than any test takes on a quiet machine: on a busy one slow is not wrong. */
const patienceMs = process.env['VICON_LONG_TESTS'] === 'yes' ? 1_800_000 : 120_000;

export default defineConfig(async ({ mode }) => ({
  plugins: [await compiledSources()],
  test: {
    globalSetup: ['test/support/made-once.ts', 'test/support/postgres.ts'],
    setupFiles: ['test/support/loopback-only.ts'],
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? slow : [])],
    // One for each core: one more waits less, and costs more than that.
    maxWorkers: '100%',
    // Files of one worker share their modules: reading these anew for each file took longer than most of the tests.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // The tests make much that dies young: with room for it, its collection takes half the time.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: patienceMs,
    hookTimeout: patienceMs,
    reporters: resultsFile ? ['default', 'json'] : ['default'],
    ...(resultsFile && { outputFile: { json: resultsFile } }),
  },
}));
