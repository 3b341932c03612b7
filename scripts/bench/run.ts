/** `npm run bench -- NAME`: runs one benchmark by hand and prints its table. */
const benches: Readonly<Record<string, () => Promise<{ run: () => void | Promise<void> }>>> = {
  workbook: () => import('./workbook.ts'),
  documents: () => import('./documents.ts'),
  assignment: () => import('./assignment.ts'),
  'kill-saves': () => import('./kill-saves.ts'),
  'cold-start': () => import('./cold-start.ts'),
  'google-calls': () => import('./google-calls.ts'),
  'google-storms': () => import('./google-storms.ts'),
  readers: () => import('./readers.ts'),
  'unheard-rows': () => import('./unheard-rows.ts'),
  'standard-mutants': () => import('./standard-mutants.ts'),
  'google-mutants': () => import('./google-mutants.ts'),
  'post-storm': () => import('./post-storm.ts'),
  'post-kills': () => import('./post-kills.ts'),
  'post-full-disk': () => import('./post-full-disk.ts'),
  'long-tests': () => import('./long-tests.ts'),
  undo: () => import('./undo.ts'),
  acts: () => import('./acts.ts'),
  pass: () => import('./pass.ts'),
  'pass-forever': () => import('./pass-forever.ts'),
  'warm-cold': () => import('./warm-cold.ts'),
  fleet: () => import('./fleet.ts'),
  ledger: () => import('./ledger.ts'),
  'public-reports': () => import('./public-reports.ts'),
};

const name = process.argv[2] ?? '';
const load = benches[name];
if (load === undefined) {
  process.stderr.write(
    `There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await load();
  await run();
}
