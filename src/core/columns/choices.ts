/** Words that a drop-down offers and that are read by name elsewhere too. */

/** The eleven of clause D. */
export const facilityNames = [
  'Meja',
  'Kursi',
  'Komputer/laptop',
  'Televisi/LCD Proyektor',
  'Handphone',
  'Internet',
  'Kamera Zoom',
  'Speaker',
  'Kabel HDMI/audio/video',
  'Dongle audio/video',
  'Tripod Kamera',
] as const;

export const serviceKindNames = [
  'Link Host saja',
  'Link Host + Operator',
  'Operator saja',
] as const;
