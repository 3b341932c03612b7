/** Which addresses a cell can lead to, however its workbook is kept. */

/** What a cell of .xlsx holds behind a link. */
export const longestLink = 2079;

/**
 * Whether every workbook takes this address as it is: plain signs, percent signs only where they encode something.
 *
 * Excel calls a whole file damaged over one address that is none.
 */
export const isLinkAddress = (url: string): boolean =>
  url.length <= longestLink && addressSigns.test(url) && URL.canParse(url, anyPlace);

/** Source: RFC 3986, section 2. */
const addressSigns = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/;
/** Some addresses are relative: documents beside their workbook. */
const anyPlace = 'file:///buku/';
