import type { Case } from '../cases/situation.ts';

/**
 * Whoever is in charge on the spot, and the telephone that we know: in their own words where they gave one, else that of
 * whoever asked, by name.
 */
export const contactOf = ({ request: { answers } }: Case): string => {
  const { placeContact, requesterName = '', phone } = answers;
  const number = phone?.replace(/^62/, '0') ?? '';
  const requester = [requesterName, number].filter((part) => part !== '').join(', ');
  if (placeContact === undefined) return requester;
  const hasNumber = placeContact.replaceAll(/\D/g, '').length >= fewestDigits;
  return hasNumber || number === '' ? placeContact : `${placeContact}; pemohon: ${requester}`;
};

/** Of a telephone number, however short. */
const fewestDigits = 6;
