/** Rows of Pesan that carry no message, in which somebody typed or ticked all the same: nothing is sent because of them. */
import { messageTab } from '../../columns/message-tab.ts';
import { serviceColumns } from '../../sheet/filling.ts';
import { findTab, locateColumns } from '../../sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { isFilled, type Problems } from './register-rows.ts';

export const askAboutStrayTicks = (snapshot: WorkbookSnapshot, problems: Problems): void => {
  const tab = findTab(snapshot, messageTab);
  if (tab === undefined) return;
  const { headerRow, indexOf } = locateColumns(tab, messageTab);
  const keyAt = indexOf.get('key');
  if (keyAt === undefined) return;
  const ours = serviceColumns({ indexOf }, messageTab);
  tab.rows.forEach((cells, index) => {
    const isMessage = String(cells[keyAt] ?? '').trim() !== '';
    const isTyped = cells.some((cell, at) => !ours.has(at) && isFilled(cell));
    if (index <= headerRow || isMessage || !isTyped) return;
    problems.push({
      tab: tab.name,
      row: index + 1,
      text: 'Baris ini terisi tetapi tidak memuat pesan, jadi tidak ada yang dikirim. Kosongkan baris ini; centang Kirim Lagi pada baris pesannya.',
    });
  });
};
