/** What the settings of a fleet say of calls and looks, as the dispatcher counts them. */
import type { LookTargets } from '../choosing/choose-desks.ts';
import { limitsOf } from '../choosing/token-bucket.ts';
import { isUsersQuota } from '../settings/desk-places.ts';
import type { FleetSettings } from '../settings/fleet-settings.ts';
import type { LimitsFor } from '../store/quota-rows.ts';

export const limitsIn = (settings: Pick<FleetSettings, 'quotas'>): LimitsFor => {
  const { project, user, projects } = settings.quotas;
  return (quota, kind) => {
    const { reads, writes } = isUsersQuota(quota) ? user : (projects[quota] ?? project);
    return limitsOf(kind === 'read' ? reads : writes);
  };
};

export const targetsIn = ({ targets }: Pick<FleetSettings, 'targets'>): LookTargets => ({
  cold: targets.cold * 1000,
  recent: targets.recent * 1000,
  quiet: targets.quiet * 1000,
});
