/**
 * The view of a month, a quarter or a year. It is made again where a request behind it changed; where it says the same all the
 * same, it is the very one that was there before, for a view is hashed by all that it says.
 */
import { recalled } from '../../core/cases/remembered.ts';
import type { Recalled, Situation } from '../../core/cases/situation.ts';

/** @param from All that it is made from, besides the desk. */
export const keptView = <View extends object>(
  own: string,
  { situation, ...what }: Pick<Recalled, 'by' | 'from'> & { readonly situation: Situation },
  make: (around: Situation) => View,
): View =>
  recalled({ ...what, of: own }, situation, (around) => {
    const view = make(around);
    return around.remembered?.same(`view of ${own}`, view) ?? view;
  });
