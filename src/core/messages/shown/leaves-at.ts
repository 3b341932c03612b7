/** When a message that waits leaves, as far as the hours of sending say. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageRecord } from '../../cases/messages.ts';
import type { Situation } from '../../cases/situation.ts';
import { isBefore, later } from '../../clock/spans.ts';
import { messageKinds } from '../kinds/index.ts';
import { nextSending } from '../sending/sending-hours.ts';

/** Undefined where nothing but its turn is waited for, or the settings leave no hour at all. */
export const leavesAt = (
  { kind, notBefore }: Pick<MessageRecord, 'kind' | 'notBefore'>,
  { now, timeZone, desk }: Pick<Situation, 'now' | 'timeZone' | 'desk'>,
): Temporal.Instant | undefined => {
  const isUrgent = messageKinds.find(({ key }) => key === kind)?.isUrgent === true;
  const leaves = nextSending(later(notBefore, now), isUrgent ? 'urgent' : 'ordinary', {
    sending: desk.settings.sending,
    holidays: desk.holidays,
    timeZone,
  });
  return leaves !== undefined && isBefore(now, leaves) ? leaves : undefined;
};
