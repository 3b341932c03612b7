import type { Cell } from '../snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
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
export const readPlatform = (cell: Cell | undefined): Reading<PlatformAnswer> => {
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
  if (meetings.length > 1 || parts.some(({ doubt }) => doubt)) return which;
  const [platform] = meetings.length > 0 ? meetings : named;
  if (platform !== undefined) {
    const answer = { platform, streaming: streaming || named.includes('YouTube') };
    return left ? read(answer, `dibaca ${platform}.`) : read(answer);
  }
  if (streaming || parts.some(({ denies }) => denies) || !isOther(text))
    return read(
      { platform: text, streaming },
      'dicatat apa adanya. Tulis nama aplikasinya, misalnya Zoom.',
    );
  return read({ platform: text, streaming });
};

const which = unsure('menyebut beberapa kemungkinan. Pilih satu platform.');

/** Meetings elsewhere, or nowhere, that need no word from us. */
const isOther = (text: string): boolean => {
  const folded = fold(text);
  return others.some((other) => folded === other || (other.length > 6 && isLike(folded, other)));
};

const others = [
  'lainnya',
  'lain lain',
  'luring',
  'offline',
  'tatap muka',
  'langsung',
  'hybrid',
  'hibrid',
  'hibrida',
  'daring',
  'online',
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
  'virtual',
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

type Kind = KindIn<typeof sort>;

const platforms: ReadonlySet<string> = new Set([
  'Zoom',
  'Google Meet',
  'Microsoft Teams',
  'Webex',
  'YouTube',
]);

const partOf = (words: readonly Word<Kind>[]) => {
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
