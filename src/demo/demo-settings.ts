import type { DemoRow } from './demo-tab.ts';

/** What the invented office wrote into Pengaturan; everything else keeps its default. */
export const settingRows: readonly DemoRow<'Pengaturan'>[] = [];
