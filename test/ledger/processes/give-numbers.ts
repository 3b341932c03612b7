/** Gives numbers, ten at a time with cells of their own, as quickly as it can, until it is told or killed. */
import { ServiceError } from '../../../src/errors.ts';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import { giving, now, ticketOf } from '../changes.ts';

const [path = '', rounds = '1000000'] = process.argv.slice(2);

try {
  const ledger = await openLedger({ path, desk: 'desk' });
  console.log('ready');
  for (let round = 0; round < Number(rounds); round += 1) {
    const { lastNumber } = await ledger.state();
    const highest = lastNumber.get(2026) ?? 0;
    const numbers = Array.from({ length: 10 }, (_, index) => highest + 1 + index);
    const intended = numbers.map((number) => ({
      ticket: ticketOf(number),
      field: 'state',
      value: 'x'.repeat(500),
    }));
    try {
      await ledger.commit({ ...giving(...numbers), intended }, now, 'pass');
      console.log(highest + 10);
    } catch (error) {
      // The other process took these numbers first; the next look sees them.
      if (!(error instanceof ServiceError) || error.code !== 'ledger-conflict') throw error;
    }
  }
  await ledger.close();
  console.log('done');
} catch (error) {
  console.log(error instanceof ServiceError ? error.code : String(error));
}
