import { facilityNames } from '../columns.ts';
import { fold, isLike } from './spelling.ts';

export type Facility = (typeof facilityNames)[number];

/** What people call the eleven facilities, folded; a facility's own name is always among them. */
const spellings: Readonly<Record<Facility, readonly string[]>> = {
  Meja: ['meja rapat'],
  Kursi: ['kursi rapat'],
  'Komputer/laptop': ['komputer', 'laptop', 'leptop', 'pc', 'notebook', 'komputer dan laptop'],
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
  ],
  Handphone: ['hp', 'handpone', 'telepon genggam', 'ponsel', 'smartphone'],
  Internet: ['wifi', 'wi fi', 'jaringan internet', 'koneksi internet', 'jaringan', 'bandwidth'],
  'Kamera Zoom': ['kamera', 'camera', 'webcam', 'kamera ptz', 'kamera webcam', 'kamera conference'],
  Speaker: ['spiker', 'sound', 'sound system', 'pengeras suara', 'speaker aktif', 'salon'],
  'Kabel HDMI/audio/video': ['kabel', 'hdmi', 'kabel hdmi', 'kabel audio', 'kabel video'],
  'Dongle audio/video': ['dongle', 'dongle audio', 'dongle video', 'konverter', 'converter'],
  'Tripod Kamera': ['tripod', 'tripot', 'kaki tiga', 'penyangga kamera'],
};

const known = facilityNames.map((name) => ({
  name,
  words: [fold(name), ...spellings[name]],
}));

/** The facility that a text names as a whole, or `undefined`. A slip or two is overlooked. */
export const readFacility = (text: string): Facility | undefined => {
  const folded = fold(text);
  if (folded === '') return undefined;
  const exact = known.find(({ words }) => words.includes(folded));
  return (exact ?? known.find(({ words }) => words.some((word) => isLike(folded, word))))?.name;
};
