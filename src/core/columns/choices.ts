/** Words that a drop-down offers and that are read by name elsewhere too. */

import type { ServiceKind } from '../cases/request.ts';

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

export const serviceKindName: Readonly<Record<ServiceKind, (typeof serviceKindNames)[number]>> = {
  link: 'Link Host saja',
  'link-and-operator': 'Link Host + Operator',
  operator: 'Operator saja',
};
