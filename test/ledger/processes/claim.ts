/** Claims the desk, says so, and keeps it until it is killed. */
import { claimDesk } from '../../../src/ledger/claim-desk.ts';

const [path = ''] = process.argv.slice(2);

await claimDesk({ path }).then(
  () => {
    console.log('claimed');
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => console.log(error instanceof Error && 'code' in error ? error.code : error),
);
