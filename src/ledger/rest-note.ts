/** Under this name a pass leaves to the next what it found: with words about requests in it, so that whoever forgets them drops it. */
export const restNote = 'pass.rest';
