/** Templates as an office may have written them before a document had to tell what was not recorded. */
import { partNamesOf } from './docx.ts';
import { withParts } from './package-parts.ts';

/** One of ours that goes by `kota` instead of this name: what hung on it is always said, and it is never printed. */
export const carelessAbout = (name: string, template: Uint8Array): Uint8Array => {
  const careless = (xml: string): string =>
    xml
      .replaceAll(`{{#if ${name}}}`, '{{#if kota}}')
      .replaceAll(`{{#unless ${name}}}`, '{{#unless kota}}')
      .replaceAll(`{{#each ${name}}}`, '{{#each dasarHukum}}')
      .replaceAll(`{{angka ${name}}}`, '{{kota}}');
  const stories = partNamesOf(template).filter((part) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(part),
  );
  return withParts(template, Object.fromEntries(stories.map((part) => [part, careless])));
};
