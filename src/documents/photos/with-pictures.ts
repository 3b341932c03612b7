/** A view as the template engine prints it: each `gambar` that is a photo's mark becomes the picture itself. */
export const withPictures = (view: object, pictures: ReadonlyMap<string, Uint8Array>): object =>
  pictures.size === 0 ? view : Object.fromEntries(entriesOf(view, pictures));

const entriesOf = (
  view: object,
  pictures: ReadonlyMap<string, Uint8Array>,
): readonly (readonly [string, unknown])[] =>
  Object.entries(view).map(([name, value]: [string, unknown]) => [
    name,
    name === 'gambar' && typeof value === 'string'
      ? (pictures.get(value) ?? value)
      : filledIn(value, pictures),
  ]);

const filledIn = (value: unknown, pictures: ReadonlyMap<string, Uint8Array>): unknown => {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, pictures));
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(entriesOf(value, pictures))
    : value;
};
