/** Values of `undefined` leave the attribute out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One element; without content it closes itself. */
export const element = (name: string, has: Attributes, content = ''): string =>
  content === ''
    ? `<${name}${attributes(has)}/>`
    : `<${name}${attributes(has)}>${content}</${name}>`;

export const attributes = (has: Attributes): string =>
  Object.entries(has)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');

/** Text as it may stand between tags and in attributes; line breaks survive in both. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
