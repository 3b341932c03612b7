/** Personal data whose time is over: what stands in its place, and how it is taken out of a text. */

/** In the place of what was taken out: it was there, and nobody is asked for it again. */
export const forgottenMark = '(dihapus)';

/** Whatever people add to the mark, or leave off. */
export const isForgotten = (text: string): boolean => /^\W*dihapus\W*$/i.test(text);

/** The text without addresses, telephone numbers and NIP; days, hours, tickets and figures stay as they are. */
export const withoutContacts = (text: string): string =>
  text
    .replaceAll(mailAddress, forgottenMark)
    .replaceAll(nip, forgottenMark)
    .replaceAll(telephone, forgottenMark);

const mailAddress = /[\w.!#$%&'*+/=?^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gu;
/** 18 digits, in one or as they are usually parted: 19840612 200903 1 991. */
const nip = /(?<!\d)(?:19|20)\d{6}[ .-]?(?:19|20)\d{4}[ .-]?[12][ .-]?\d{3}(?!\d)/g;
/** With 0, 62 or +62 in front and at least nine digits behind; "0812-3456-7890", "(0435) 821234". */
const telephone = /(?<![\d.:-])\(?(?:\+|%2B)?(?:62|0)(?:[ ().-]{0,2}\d){8,13}(?!\d)/g;
