import type { Duty } from './duty.ts';
import type { Person, ToldPerson } from './person.ts';

/** The notice opens and ends like this, so that a later pass finds it again in *Keterangan*. */
const opening = 'Perubahan petugas: ';
const ending = ' (sampaikan kepada yang bersangkutan).';

/**
 * The notice that people who had been told for good no longer come, or that another leads; absent when nothing
 * changed for them.
 *
 * It stays beside the event until it begins, although the next pass sees no change any more: the last notice is
 * read back from *Keterangan*.
 */
export const changeNotice = (
  { subject, isSettled }: Duty,
  { told, people }: { readonly told: readonly ToldPerson[]; readonly people: readonly Person[] },
): string | undefined => {
  const lead = told.find(({ role }) => role === 'lead');
  const newLead = people.find(({ role }) => role === 'lead');
  const changes = [
    ...(lead !== undefined && newLead?.name !== lead.name
      ? [newLead ? `${lead.name} digantikan ${newLead.name}` : `${lead.name} tidak jadi bertugas`]
      : []),
    ...told
      .filter(({ role, provisional }) => role !== 'lead' && isSettled && !provisional)
      .filter(({ name }) => !people.some((person) => person.name === name))
      .map((person) => {
        const instead = people.find(({ role }) => role === person.role);
        return instead
          ? `${person.name} digantikan ${instead.name}`
          : `${person.name} tidak jadi bertugas`;
      }),
  ];
  return changes.length > 0
    ? `${opening}${changes.join('; ')}${ending}`
    : noticeIn(String(subject.previous.remarks ?? ''));
};

const noticeIn = (remarks: string): string | undefined => {
  const from = remarks.lastIndexOf(opening);
  const to = from < 0 ? -1 : remarks.indexOf(ending, from);
  return to < 0 ? undefined : remarks.slice(from, to + ending.length);
};
