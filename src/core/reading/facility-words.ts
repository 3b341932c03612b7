/** What people call the facilities, and which one they mean. */
import { facilityNames } from '../columns/choices.ts';
import { fold, isLike } from './spelling.ts';

export type Facility = (typeof facilityNames)[number];

/** What people call the eleven facilities, folded; a facility's own name is always among them. */
const spellings: Readonly<Record<Facility, readonly string[]>> = {
  Meja: ['meja rapat'],
  Kursi: ['kursi rapat'],
  'Komputer/laptop': [
    'komputer',
    'laptop',
    'leptop',
    'pc',
    'notebook',
    'netbook',
    'komputer dan laptop',
    'komputer laptop',
    'macbook',
  ],
  'Televisi/LCD Proyektor': [
    'televisi',
    'tv',
    'lcd',
    'proyektor',
    'projector',
    'infocus',
    'infokus',
    'in focus',
    'lcd proyektor',
    'tv led',
    'smart tv',
    'layar',
    'layar proyektor',
    'layar lcd',
    'layar led',
    'lcd tv',
    'led tv',
    'proyektor lcd',
    'proyektor infocus',
  ],
  Handphone: ['hp', 'handpone', 'telepon genggam', 'ponsel', 'smartphone'],
  Internet: ['wifi', 'wi fi', 'jaringan internet', 'koneksi internet', 'jaringan', 'bandwidth'],
  'Kamera Zoom': [
    'kamera',
    'camera',
    'webcam',
    'kamera ptz',
    'kamera webcam',
    'kamera conference',
    'zoom camera',
    'kamera vicon',
    'kamera vidcon',
    'kamera video conference',
  ],
  Speaker: [
    'spiker',
    'sound',
    'sound system',
    'soundsystem',
    'pengeras suara',
    'speaker aktif',
    'salon',
    'loudspeaker',
  ],
  'Kabel HDMI/audio/video': [
    'kabel',
    'hdmi',
    'kabel hdmi',
    'kabel audio',
    'kabel video',
    'kabel hdmi audio',
    'kabel audio video',
    'kabel vga',
    'kabel hdmi vga',
    'kabel display',
  ],
  'Dongle audio/video': [
    'dongle',
    'dongle audio',
    'dongle video',
    'konverter',
    'converter',
    'dongle hdmi',
    'konverter hdmi',
    'converter hdmi',
  ],
  'Tripod Kamera': ['tripod', 'tripot', 'kaki tiga', 'penyangga kamera'],
};

const known = facilityNames.map((name) => ({
  name,
  words: [fold(name), ...spellings[name]],
}));

/** No spelling comes near it; comparing longer texts would cost for nothing. */
const longestName = 40;

/** One slip away from a facility, and another word. */
const otherWords: ReadonlySet<string> = new Set([
  'label',
  'bayar',
  'mega',
  'round',
  'bound',
  'camara',
]);

/** The facility that a text names as a whole, or `undefined`. A slip or two is overlooked. */
export const readFacility = (text: string): Facility | undefined => {
  const folded = fold(text);
  if (folded === '' || folded.length > longestName || otherWords.has(folded)) return undefined;
  const exact = known.find(({ words }) => words.includes(folded));
  return (exact ?? known.find(({ words }) => words.some((word) => isLike(folded, word))))?.name;
};
