/** The one list of the backends; which of them the settings of a desk mean is asked here and nowhere else. */
import { type GoogleBackend, googleBackend } from './google/google-backend.ts';
import type { GoogleConfig } from './google/settings.ts';
import { type LocalBackend, localBackend } from './local/local-backend.ts';

export type Backend = GoogleBackend | LocalBackend;

/** What the settings say of where a desk lives. */
export interface DeskPlace {
  readonly workbook: string;
  readonly documents: string;
  readonly stateFolder: string;
  readonly google?: GoogleConfig | undefined;
  readonly timeZone: string;
}

/** Each answers where the settings name it. */
const elsewhere: readonly ((place: DeskPlace) => Backend | undefined)[] = [
  ({ google, timeZone }) => google && googleBackend(google, timeZone),
];

/** On this machine unless the settings name another place. */
export const backendOf = (place: DeskPlace): Backend => {
  const named = elsewhere.map((backend) => backend(place)).find((each) => each !== undefined);
  return named ?? localBackend(place);
};
