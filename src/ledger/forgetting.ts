/** While something is remembered under this name, and only within that transaction, words of the history may be taken out. */
export const forgetting = 'forgetting';
