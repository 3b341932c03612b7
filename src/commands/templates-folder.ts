import { ConfigNotFoundError, ownTemplates, readConfig } from '../config.ts';

/** The templates that the settings name; those of the package where no settings file was named and none is there. */
export const templatesFolder = ({ config }: { readonly config?: string }): string => {
  try {
    return readConfig(config).templates;
  } catch (error) {
    if (config === undefined && error instanceof ConfigNotFoundError) return ownTemplates;
    throw error;
  }
};
