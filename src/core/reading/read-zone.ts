import type { Zone } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { wordsOf } from './moment-words.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';

/** Places that people write for their zone. */
const places: ReadonlyMap<string, Zone> = new Map([
  ...['jakarta', 'barat', 'jawa', 'sumatera', 'bandung', 'pontianak', 'bogor', 'surabaya'].map(
    (place) => [place, 'WIB'] as const,
  ),
  ...['gorontalo', 'makassar', 'tengah', 'sulawesi', 'manado', 'bali', 'denpasar', 'palu'].map(
    (place) => [place, 'WITA'] as const,
  ),
  ...['jayapura', 'timur', 'papua', 'ambon', 'maluku', 'ternate', 'sorong', 'manokwari'].map(
    (place) => [place, 'WIT'] as const,
  ),
]);

/** Words that may stand beside a zone without saying another. */
const beside = new Set(['zona', 'bagian', 'indonesia', 'standar', 'asia', 'daerah', 'wilayah']);

/** *Zona Waktu*: exactly one of the three, under its name, its hours from Greenwich or a place that has it. */
export const readZone = eachTextOnce((cell: Cell | undefined): Reading<Zone> => {
  if (answerOf(cell) === undefined) return empty;
  const words = typeof cell === 'string' ? wordsOf(cell) : undefined;
  if (words === undefined) return unreadable;
  const zones = new Set<Zone>();
  for (const word of words) {
    const zone = word.kind === 'zone' ? word.zone : places.get(word.text);
    if (zone !== undefined) zones.add(zone);
    else if (!isBeside(word.kind) && !beside.has(word.text)) return unreadable;
  }
  const [zone, ...others] = zones;
  if (zone === undefined) return unreadable;
  return others.length === 0
    ? read(zone)
    : unsure('menyebut lebih dari satu zona waktu. Pilih WITA, WIB, atau WIT.');
});

const isBeside = (kind: string): boolean =>
  kind === 'mark' || kind === 'filler' || kind === 'clock' || kind === 'and' || kind === 'or';
