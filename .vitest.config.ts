import { defineConfig } from 'vitest/config';

const resultsFile = process.env['VITEST_JSON'];

export default defineConfig({
  test: {
    setupFiles: ['test/support/loopback-only.ts'],
    include: ['test/**/*.test.ts'],
    // Most of the time goes into processes of their own: two at once keep two cores busy.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: resultsFile ? ['default', 'json'] : ['default'],
    ...(resultsFile && { outputFile: { json: resultsFile } }),
  },
});
