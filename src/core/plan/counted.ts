/** "1 cell", "3 cells": a number and its noun, for whoever runs a command. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
