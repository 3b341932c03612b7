import type { DocumentStore } from '../backends/backend.ts';
import type { Tenure } from '../backends/tenure.ts';

/** Of a desk that is lent to us: nothing is put there any more once it is somebody else's. */
export const heldDocuments = (
  documents: DocumentStore,
  { stillOurs }: Pick<Tenure, 'stillOurs'>,
): DocumentStore => ({
  ...documents,
  save: async (document) => {
    await stillOurs();
    return documents.save(document);
  },
  putBack: async (id, kept) => {
    await stillOurs();
    return documents.putBack(id, kept);
  },
  takeAway: async (id) => {
    await stillOurs();
    return documents.takeAway(id);
  },
  makePhotoFolder: async (name) => {
    await stillOurs();
    return documents.makePhotoFolder(name);
  },
});
