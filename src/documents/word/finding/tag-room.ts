/** How many tags a template may still have; what they are made into takes many times the room of their text. */
import { mostTags } from '../../../office-package/bounds.ts';
import { TemplateFaultsError } from '../faults/faults.ts';

export class TagRoom {
  #tags = 0;

  /** @throws TemplateFaultsError when these are too many. */
  take(tags: number): void {
    this.#tags += tags;
    if (this.#tags <= mostTags) return;
    throw new TemplateFaultsError([
      {
        place: 'Seluruh templat',
        message: `Templat ini memuat lebih dari ${mostTags} tag atau kurung kurawal. Kurangi, atau bagi menjadi beberapa templat.`,
      },
    ]);
  }
}
