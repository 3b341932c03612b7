/**
 * Commands as messages print them, so that they can be given as they stand.
 *
 * A message is written where nobody knows the settings file: it says `npx layanan-vicon login`. Whoever shows it knows
 * the desk at hand and puts `--config FILE` behind it.
 */

const commandsOfDesk =
  /npx layanan-vicon (login|doctor|run|plan|serve|recap|adopt|ledger move|forget|backup|restore|check-templates)\b(?! --config)/g;

/** @param settings The settings file, when it was named; without it the commands find it as this one did. */
export const forDesk = (text: string, settings: string | undefined): string =>
  settings === undefined
    ? text
    : text.replace(commandsOfDesk, (command) => `${command} --config ${shellWord(settings)}`);

/** A path as a shell takes it for one word. */
export const shellWord = (path: string): string =>
  /^[\w@%+=:,./\\~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
