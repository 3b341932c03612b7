/** The longest name that common file systems take, in bytes of UTF-8. */
const longestName = 255;
/** An extension longer than this is no extension but part of the name. */
const longestExtension = 16;
const reservedName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/**
 * A name that Windows, macOS, Linux and their clouds take, and that stays whole in a link.
 *
 * Slashes and the other characters that Windows refuses become hyphens, and so do `#` and `%`, which Excel
 * reads as part of an address. Invisible characters go. The extension is kept when the rest is cut.
 */
export const safeFileName = (name: string): string => {
  const { stem, extension } = split(cleaned(name));
  return fitted(stem, '', extension);
};

/** `laporan.docx` → `laporan (2).docx`. */
export const numberedFileName = (name: string, number: number): string => {
  const { stem, extension } = split(name);
  return fitted(stem, ` (${number})`, extension);
};

/** Whether a name is `wanted` or one of its numbered siblings. */
export const isSiblingName = (name: string, wanted: string): boolean => {
  const number = / \((\d+)\)(?:\.[^.]*)?$/.exec(name)?.[1];
  return (
    name === wanted || (number !== undefined && name === numberedFileName(wanted, Number(number)))
  );
};

const cleaned = (name: string): string => {
  const visible = name
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|#%]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ~]+|[. ]+$/g, '');
  const named = visible === '' ? '_' : visible;
  return reservedName.test(named) ? `_${named}` : named;
};

const split = (name: string): { stem: string; extension: string } => {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || Buffer.byteLength(name.slice(dot)) > longestExtension) {
    return { stem: name, extension: '' };
  }
  return { stem: name.slice(0, dot), extension: name.slice(dot) };
};

const fitted = (stem: string, suffix: string, extension: string): string => {
  const room = longestName - Buffer.byteLength(suffix + extension);
  const letters = [...stem.replace(/[. ]+$/, '')];
  while (Buffer.byteLength(letters.join('')) > room) letters.pop();
  const cut = letters.join('').replace(/[. ]+$/, '');
  return `${cut === '' ? '_' : cut}${suffix}${extension}`;
};
