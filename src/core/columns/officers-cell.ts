/** The cell *Petugas*: one name a line, the lead first, "(sementara)" behind those who may still change. */
import type { OfficerAssignment } from '../cases/situation.ts';

const provisionalMark = '(sementara)';

/** What the cell shows; empty when nobody goes. */
export const officersCell = ({ people }: Pick<OfficerAssignment, 'people'>): string =>
  people
    .map(({ name, provisional }) => (provisional ? `${name} ${provisionalMark}` : name))
    .join('\n');
