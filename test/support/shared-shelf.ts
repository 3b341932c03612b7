import { ownTemplates } from '../../src/config.ts';
import { openTemplateShelf, type TemplateShelf } from '../../src/service/template-shelf.ts';

let shelf: TemplateShelf | undefined;
/** Templates take time to compile, and no process changes them: one shelf serves all. */
export const sharedShelf = (): TemplateShelf => {
  shelf ??= openTemplateShelf({
    folder: ownTemplates,
    builtIn: ownTemplates,
    lastGood: '',
    keep: false,
    chartsAsPictures: false,
    zone: 'WITA',
  });
  return shelf;
};
