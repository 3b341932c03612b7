import type { Case } from '../cases/situation.ts';

/** The meeting is hosted by the office, on Zoom, so that it takes one of its licences. */
export const wantsLicence = ({ request }: Pick<Case, 'request'>): boolean => {
  const { hostedElsewhere, platform, serviceKind } = request.answers;
  return !hostedElsewhere && serviceKind !== 'operator' && /zoom/i.test(platform);
};
