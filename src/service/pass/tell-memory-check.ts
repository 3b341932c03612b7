/** The nightly check of what passes remember, told in the log and, where they remembered wrongly, kept for Ringkasan. */
import { forgetReadings } from '../../backends/memory.ts';
import type { Log, LogFields } from '../log.ts';
import { checkMemory, type MemoryChecking, type MemoryFound } from './memory-check.ts';
import { rememberMisremembered } from './misremembered.ts';
import type { PassParts } from './pass-parts.ts';

export const checkMemoryAloud = async (
  parts: PassParts,
  checking: MemoryChecking,
  { log, ...fields }: Pick<LogFields, 'desk'> & { readonly log: Log },
): Promise<MemoryFound> => {
  const { now } = checking;
  const found = await checkMemory(parts, checking);
  const told = { ...fields, pass: now.toString() };
  if (found.kind !== 'differs') {
    log.info(found.kind === 'same' ? 'memory checked' : 'memory not checked', told);
    return found;
  }
  log.error('passes remembered wrongly', { ...told, parts: found.parts });
  await forgetReadings(parts.ledger);
  await rememberMisremembered(parts.ledger, found.parts, now);
  return found;
};
