/** What Google saw of the service: quotas, permissions, and how little a pass costs that has nothing to do. */

import type { Logged } from '../../../test/google-double/traffic.ts';
import type { CommandLine } from '../../../test/support/command-line.ts';
import type { Sitting } from '../calendar.ts';
import type { Memory } from '../memory.ts';
import type { Desk } from '../set-up.ts';
import type { StandIn, World } from '../stand-in.ts';
import { type Check, checkEach } from './check.ts';

export const checkTraffic = (
  world: World,
  { touched }: Memory,
  { traffic, overQuota }: { readonly traffic: readonly Logged[]; readonly overQuota: number },
): readonly Check[] => {
  const permissions = traffic.filter(
    ({ id, kind }) => /\.permissions\./.test(id) && kind === 'write',
  );
  const shared = new Set(
    touched.flatMap(({ what, fileId }) => (what === 'shared' ? [fileId] : [])),
  );
  // Whoever may answer a form cannot open it.
  const isAlone = ({ id, permissions: holders }: World['files'][number]): boolean =>
    shared.has(id) || holders.every(({ role, view }) => role === 'owner' || view === 'published');
  return [
    {
      what: 'requests to Google, none of which let anybody in',
      counted: traffic.length,
      faults: permissions.map(({ path }) => `a permission was written: ${path}`),
    },
    {
      what: 'requests to Sheets and Drive within the quotas of every minute',
      counted: traffic.filter(({ api }) => ['sheets', 'drive', 'upload'].includes(api)).length,
      faults: overQuota === 0 ? [] : [`${overQuota} requests were one too many`],
    },
    checkEach('files that nobody but the owner and people can open', world.files, (file) =>
      isAlone(file) ? undefined : `"${file.name}" was opened to others`,
    ),
  ];
};

/** One more pass, which has nothing left to do. */
export const checkIdlePass = async (
  {
    cli,
    standIn,
    desk,
  }: { readonly cli: CommandLine; readonly standIn: StandIn; readonly desk: Desk },
  { at }: Sitting,
): Promise<Check> => {
  await standIn.forgetTraffic();
  const now = at.add({ minutes: 1 }).toInstant().toString();
  const { out } = await cli.run(['run', '--config', desk.config, '--now', now]);
  const traffic = await standIn.traffic();
  const calls = traffic.filter(({ api }) => api !== 'token');
  const reads = calls.filter(({ kind }) => kind === 'read').length;
  const writes = calls.length - reads;
  const isIdle = reads === 1 && writes === 0 && /Nothing to do/.test(out);
  return {
    what: 'calls of a pass that has nothing to do: one read',
    counted: calls.length,
    faults: isIdle ? [] : [`${reads} reads, ${writes} writes: ${out.split('\n')[0]}`],
  };
};
