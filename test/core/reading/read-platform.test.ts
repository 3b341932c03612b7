import { describe, expect, test } from 'vitest';
import { readPlatform } from '../../../src/core/reading/read-platform.ts';

const meaning = (cell: string): string => {
  const reading = readPlatform(cell);
  return reading.kind === 'read'
    ? `${reading.value.platform}${reading.value.streaming ? ' + siaran' : ''}`
    : reading.kind;
};

describe('read platform', () => {
  test.each([
    ['', 'Zoom'],
    ['zoom meeting', 'Zoom'],
    ['Zoon', 'Zoom'],
    ['via zoom', 'Zoom'],
    ['Zoom (hybrid)', 'Zoom'],
    ['Aplikasi Zoom Meeting Pro', 'Zoom'],
    ['zoom aja', 'Zoom'],
    ['G-Meet', 'Google Meet'],
    ['google meeting', 'Google Meet'],
    ['MS Teams', 'Microsoft Teams'],
    ['Microsoft  Team', 'Microsoft Teams'],
    ['Zoom dan YouTube', 'Zoom + siaran'],
    ['Zoom + youtube', 'Zoom + siaran'],
    ['Zoom/yt', 'Zoom + siaran'],
    ['zoom live streaming', 'Zoom + siaran'],
    ['Zoom dan FB Live', 'Zoom + siaran'],
    ['Zoom tanpa live', 'Zoom'],
    ['Youtube', 'YouTube + siaran'],
    ['bukan zoom, gmeet', 'Google Meet'],
    ['Jitsi', 'Jitsi'],
    ['Lainnya', 'Lainnya'],
    ['Zoom atau Teams', 'unsure'],
    ['zoom dan gmeet', 'unsure'],
    ['hybrid', 'Zoom'],
    ['Daring', 'Zoom'],
    ['luring dan daring', 'Zoom'],
    ['belum ditentukan', 'unsure'],
    ['tidak tahu', 'unsure'],
    ['terserah', 'unsure'],
  ])('takes "%s" for %s', (typed, platform) => {
    expect(meaning(typed)).toBe(platform);
  });

  test.each(['tidak tahu', 'belum ditentukan'])(
    'asks for the name where %j names none',
    (typed) => {
      expect(readPlatform(typed)).toMatchObject({
        question: 'belum menyebut aplikasinya. Tulis satu, misalnya Zoom.',
      });
    },
  );

  test.each([
    'Zoom Kemenkes',
    'platform kami',
    'tidak pakai zoom',
    'hibrida',
    'tatap muka',
    'luring',
  ])('says what it took %j for', (typed) => {
    const reading = readPlatform(typed);

    expect(reading.kind === 'read' && reading.warnings.length > 0).toBe(true);
  });
});
