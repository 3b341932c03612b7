/** How many tags a template may still have; what they are made into takes many times the room of their text. */
import { MOST_TAGS } from '../../../office-package/bounds.ts';
import { TemplateFaultsError } from '../faults/faults.ts';

export class TagRoom {
  #tags = 0;

  /** @throws TemplateFaultsError when these are too many. */
  take(tags: number): void {
    this.#tags += tags;
    if (this.#tags <= MOST_TAGS) return;
    throw new TemplateFaultsError([
      {
        place: 'Seluruh templat',
        message: `Templat ini memuat lebih dari ${MOST_TAGS} tag atau kurung kurawal. Kurangi, atau bagi menjadi beberapa templat.`,
      },
    ]);
  }
}
