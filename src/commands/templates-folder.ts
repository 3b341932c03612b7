import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigNotFoundError, ownTemplates, readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';

/**
 * The folder of templates that a command is about: the one that it names, else the desk's.
 *
 * @throws NoSuchFolderError when the one that it names is not there.
 */
export const templatesFolder = ({
  dir,
  config,
}: {
  readonly dir?: string | undefined;
  readonly config?: string | undefined;
}): string => {
  if (dir === undefined) return folderOfDesk(config);
  const folder = resolve(dir);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new NoSuchFolderError(folder);
  }
  return folder;
};

/** The templates that the settings name; those of the package where no settings file was named and none is there. */
const folderOfDesk = (config: string | undefined): string => {
  try {
    return readConfig(config).templates;
  } catch (error) {
    if (config === undefined && error instanceof ConfigNotFoundError) return ownTemplates;
    throw error;
  }
};

/** The folder named on the command line is not there. */
class NoSuchFolderError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(folder: string) {
    super({
      what: `There is no folder "${folder}".`,
      todo: 'Correct its name, or leave it out.',
    });
  }
}
