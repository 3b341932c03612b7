/** What an invented office knows of itself, in the order of the tabs' columns as setup makes them. */
const competences = 'aplikasi video conference; laptop/komputer';

const officer = (
  name: string,
  team: 'Persandian' | 'Jaringan',
  knows: string,
): readonly (string | boolean)[] => [name, '', '', '', '', '', team, knows, true, ''];

export const officerNames = [
  'Rahmat Hulukati, S.Kom.',
  'Sri Wahyuni Pakaya, S.T.',
  'Moh. Ikbal Lamadlaw, A.Md.Kom.',
] as const;

/** The same as colleagues call them; the service never writes so. */
export const shortNames = ['Rahmat Hulukati', 'Sri Wahyuni Pakaya', 'Moh. Ikbal Lamadlaw'] as const;

export const licenceNames = ['Zoom Kominfotik 500', 'Zoom Kominfotik 300', 'Zoom Kominfotik 100'];

/** Typed from A2 on. The eleven facilities stand in Peralatan from the start and are counted here. */
export const registers: readonly {
  readonly tab: string;
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}[] = [
  {
    tab: 'Petugas',
    rows: [
      ...officerNames.map((name) => officer(name, 'Persandian', competences)),
      officer('Fadli Botutihe, S.Kom., M.T.', 'Jaringan', 'jaringan telekomunikasi'),
      officer('Nurain Tangahu, S.T.', 'Jaringan', 'jaringan telekomunikasi'),
    ],
  },
  {
    tab: 'Peralatan',
    rows: (
      [
        ['Meja', 6],
        ['Kursi', 30],
        ['Komputer/laptop', 4],
        ['Televisi/LCD Proyektor', 2],
        ['Handphone', 2],
        ['Internet', 3],
        ['Kamera Zoom', 2],
        ['Speaker', 3],
        ['Kabel HDMI/audio/video', 6],
        ['Dongle audio/video', 3],
        ['Tripod Kamera', 2],
      ] as const
    ).map(([name, quantity]) => [name, name, quantity, 'Baik', '']),
  },
  {
    tab: 'Akun Zoom',
    rows: licenceNames.map((name) => [name, Number(name.split(' ').at(-1)), true]),
  },
];
