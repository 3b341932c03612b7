/** Kinds of messages that the office turned off in Pengaturan, by their titles: no second list of them. */
import type { OfficeSettings } from '../cases/desk.ts';
import { mutedMessages } from '../cases/messages.ts';
import { quotedNames } from '../cases/wording.ts';
import { settingsTab } from '../columns/settings-tab.ts';
import { fold } from '../reading/spelling.ts';
import type { MessageKind } from './message-kind.ts';

type Titled = Pick<MessageKind, 'title'>;
type Muting = Pick<OfficeSettings, 'mutedMessages'>;

export const toldKinds = <K extends Titled>(kinds: readonly K[], settings: Muting): readonly K[] =>
  kinds.filter(({ title }) => !settings.mutedMessages.some((typed) => names(typed, title)));

/** For Ringkasan: a name that turns nothing off. Without kinds nothing is sent, and nothing is wrong. */
export const mutedNotices = (kinds: readonly Titled[], settings: Muting): readonly string[] => {
  const unknown = settings.mutedMessages.filter(
    (typed) => !kinds.some(({ title }) => names(typed, title)),
  );
  if (unknown.length === 0 || kinds.length === 0) return [];
  const known = kinds.map(({ title }) => title).join('; ');
  return [
    `${settingsTab.name}, ${mutedMessages}: ${quotedNames(unknown)} bukan jenis pesan, jadi tidak mematikan apa pun. Yang ada: ${known}.`,
  ];
};

const names = (typed: string, title: string): boolean => fold(typed) === fold(title);
