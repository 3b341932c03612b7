import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { type Reading, read, unsure } from './reading.ts';
import { fold, isLike } from './spelling.ts';
import { clausesOf, courtesies, type KindIn, negations, vocabulary, type Word } from './words.ts';

/** What *Platform* says: where the meeting is held, and whether it is broadcast as well. */
export interface PlatformAnswer {
  /** By its usual name; Zoom unless something else is said, and what is unknown stays as typed. */
  readonly platform: string;
  readonly streaming: boolean;
}

/**
 * The platform of the meeting. YouTube and "live" beside it are a broadcast, not a second platform; of two platforms, and
 * of one that is denied, we ask which.
 */
export const readPlatform = eachTextOnce((cell: Cell | undefined): Reading<PlatformAnswer> => {
  const text = answerOf(forReading(cell));
  if (text === undefined) return read({ platform: 'Zoom', streaming: false });
  if (isRambling(text)) return which;
  const parts = clausesOf(text.replaceAll(/[+&]/g, ',')).map((clause) =>
    partOf(sort(joined(clause))),
  );
  const named = [...new Set(parts.flatMap(({ platforms }) => platforms))];
  const streaming = parts.some((part) => part.streaming);
  const meetings = named.filter((name) => name !== 'YouTube');
  const left = parts.some((part) => part.left);
  if (named.length === 0 && parts.some(({ doubt }) => doubt)) return none;
  if (meetings.length > 1 || parts.some(({ doubt }) => doubt)) return which;
  const [platform] = meetings.length > 0 ? meetings : named;
  if (platform !== undefined) {
    const answer = { platform, streaming: streaming || named.includes('YouTube') };
    return left ? read(answer, `dibaca ${platform}.`) : read(answer);
  }
  if (isOneOf(online, text))
    return read({ platform: 'Zoom', streaming }, 'dibaca Zoom. Tulis nama aplikasinya bila lain.');
  if (isOneOf(onSite, text))
    return read(
      { platform: text, streaming },
      'tidak menyebut aplikasi rapat, jadi tidak ada lisensi disiapkan. Tulis Zoom bila rapat memakai Zoom.',
    );
  if (streaming || parts.some(({ denies }) => denies) || !isOneOf(others, text))
    return read(
      { platform: text, streaming },
      'dicatat apa adanya. Tulis nama aplikasinya, misalnya Zoom.',
    );
  return read({ platform: text, streaming });
});

const which = unsure('menyebut beberapa kemungkinan. Pilih satu platform.');

const none = unsure('belum menyebut aplikasinya. Tulis satu, misalnya Zoom.');

const isOneOf = (known: readonly string[], text: string): boolean => {
  const folded = fold(text);
  return known.some((other) => folded === other || (other.length > 6 && isLike(folded, other)));
};

/** How a meeting is held, not with what; Zoom is what the office meets with. */
const online = [
  'hybrid',
  'hibrid',
  'hibrida',
  'hybrid meeting',
  'daring',
  'online',
  'virtual',
  'daring dan luring',
  'luring dan daring',
  'online dan offline',
  'offline dan online',
  'online offline',
  'offline online',
];

/** Nobody meets from afar, though the requester asks for a video conference. */
const onSite = ['luring', 'offline', 'tatap muka', 'langsung'];

/** Meetings elsewhere that need no word from us. */
const others = [
  'lainnya',
  'lain lain',
  'jitsi',
  'jitsi meet',
  'skype',
  'whatsapp',
  'wa',
  'telegram',
  'discord',
  'instagram',
  'ig',
  'facebook',
  'fb',
  'tiktok',
  'umeetme',
  'bigbluebutton',
  'cloudx',
];

/** Names of two words as one. */
const joined = (clause: string): string =>
  clause
    .replaceAll(/\b(?:google|g)[\s-]+(?:meets?|meetings?)\b/g, 'gmeet')
    .replaceAll(/\b(?:ms|microsoft|mic)[\s-]+teams?\b/g, 'msteams')
    .replaceAll(/\byou[\s-]+tube\b/g, 'youtube');

const sort = vocabulary({
  not: negations,
  Zoom: 'zoom zoon zom zooom zum zoommeeting zoommeetings',
  'Google Meet': 'gmeet meet googlemeet googlemeeting',
  'Microsoft Teams': 'msteams teams team microsoftteams microsoftteam',
  Webex: 'webex ciscowebex',
  YouTube: 'youtube yt',
  broadcast: 'live streaming livestreaming stream siaran disiarkan tayang ditayangkan broadcast',
  doubt: 'atau belum blm terserah bebas tergantung menyesuaikan',
  filler: `${courtesies} meeting meetings meting cloud aplikasi apl app via melalui lewat pro webinar akun link fasilitasi fasilitas versi premium berbayar langsung kominfo kominfotik diskominfo diskominfotik saja aja hanya pakai menggunakan media google microsoft ms cisco hybrid hibrid daring online virtual video conference vicon vidcon room perlu usah sj luring offline tatap muka`,
});

type PlatformWord = KindIn<typeof sort>;

const platforms: ReadonlySet<string> = new Set([
  'Zoom',
  'Google Meet',
  'Microsoft Teams',
  'Webex',
  'YouTube',
]);

const partOf = (words: readonly Word<PlatformWord>[]) => {
  const named: string[] = [];
  let streaming = false;
  let turn: 'none' | 'open' | 'used' = 'none';
  for (const { kind, text } of words) {
    if (kind === 'not') turn = 'open';
    else if (platforms.has(kind) || kind === 'broadcast') {
      if (turn !== 'none') turn = 'used';
      else if (kind === 'broadcast') streaming = true;
      else named.push(kind);
    } else if (/^(?:hanya|saja|aja|sj)$/.test(text)) turn = turn === 'used' ? 'none' : turn;
  }
  return {
    platforms: named,
    streaming,
    denies: words.some(({ kind }) => kind === 'not'),
    doubt: words.some(({ kind }) => kind === 'doubt') || turn === 'open',
    left: words.some(({ kind }) => kind === 'unknown'),
  };
};
