/**
 * The desk in a workbook, made in a process of its own, whose memory would else count as the most that a later process of
 * the same parent had: `workbook-desk.ts DIR ROWS`.
 */
import { makeLargeDesk } from './large-desk.ts';

const [, , dir = '', rows = '0'] = process.argv;
await makeLargeDesk(dir, Number(rows));
