/** One worker of the trial's fleet, as `layanan-vicon fleet` is one, with light passes: `worker.ts FLEET.json`. */
import { Temporal } from 'temporal-polyfill';
import { fleet } from '../../../src/commands/fleet.ts';
import { stopSignal } from '../../../src/stop-signals.ts';
import { lightPass } from './light-pass.ts';

const [, , config = 'fleet.json'] = process.argv;

await fleet(
  { config },
  { signal: stopSignal(), clock: () => Temporal.Now.instant(), passOver: lightPass },
);
