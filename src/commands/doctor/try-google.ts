/**
 * `doctor --try`: what this program believes about Google, put to the test with the desk's own sign-in on throw-away files.
 * The desk's sheet, forms and documents are not touched.
 */
import { backendOf } from '../../backends/backends.ts';
import { openGoogleClient } from '../../backends/google/client/google-client.ts';
import { googleFetch } from '../../backends/google/client/google-fetch.ts';
import { openSignIn } from '../../backends/google/sign-in/sign-in.ts';
import type { Trial, TrialAnswer } from '../../backends/google/trials/trial.ts';
import {
  type TriedBelief,
  type TriedBeliefs,
  trials,
  tryBeliefs,
} from '../../backends/google/trials/try-beliefs.ts';
import type { Pace } from '../../backends/pace.ts';
import { readConfig } from '../../config.ts';
import { ServiceError } from '../../errors.ts';
import { ownPace } from '../../service/own-pace.ts';
import type { Answer, Circumstances } from '../answer.ts';

export const tryGoogle = async (
  at: Pick<Circumstances, 'config' | 'progress'>,
  {
    only,
    signal,
    pace = ownPace,
    fetch,
  }: {
    /** The name of one trial; absent: all. */
    readonly only?: string;
    readonly signal: AbortSignal;
    readonly pace?: Pace;
    /** Instead of the network, for tests. */
    readonly fetch?: typeof globalThis.fetch;
  },
): Promise<Answer> => {
  const chosen = trials.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new NoSuchTrialError(only ?? '', trials);
  const config = readConfig(at.config);
  const backend = backendOf(config);
  if (backend.name !== 'google') throw new NotOnGoogleError(config.file);
  const { credentials, token, endpoint, folder } = backend.settings;
  const sending = fetch ?? googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch: sending });
  const client = openGoogleClient({ signedIn, fetch: sending, pace });
  const { progress } = at;
  const parent = signedIn.kind === 'service-account' ? folder : undefined;
  return told(await tryBeliefs({ client, pace, parent, chosen, signal, progress }));
};

const told = (outcome: TriedBeliefs): Answer => {
  const { tried, leftBehind, isStopped } = outcome;
  const allHold = tried.every(({ kind }) => kind === 'holds');
  return {
    text: [...tried.map(inLines), '', ...closing(outcome)].join('\n'),
    data: outcome,
    exit: allHold && !isStopped && leftBehind.length === 0 ? 0 : 1,
  };
};

const marks = { holds: '✓', fails: '✗', untold: '?' } as const satisfies Record<
  TrialAnswer['kind'],
  string
>;

const inLines = ({ name, belief, kind, seen }: TriedBelief): string =>
  `${marks[kind]} ${name}: ${belief}\n    ${sayings[kind]}: ${seen}`;

const sayings = {
  holds: 'holds',
  fails: 'does not hold',
  untold: 'could not be told',
} as const satisfies Record<TrialAnswer['kind'], string>;

const closing = ({ tried, leftBehind, cleared, isStopped }: TriedBeliefs): readonly string[] => {
  const held = tried.filter(({ kind }) => kind === 'holds').length;
  return [
    `${held} of ${tried.length} beliefs hold${isStopped ? '; stopped before all were tried' : ''}.`,
    ...(held < tried.length
      ? [
          'What happens here where one does not hold: src/backends/google/BELIEFS.md of the program. Please report what was seen.',
        ]
      : []),
    ...(cleared > 0 ? [`${cleared} throw-away files of an earlier run were removed.`] : []),
    ...(leftBehind.length === 0
      ? ['The throw-away files were removed; the desk was not touched.']
      : ['These throw-away files could not be removed; delete them in Drive:', ...leftBehind]),
  ];
};

class NoSuchTrialError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(name: string, known: readonly Trial[]) {
    super({
      what: `There is no trial "${name}".`,
      todo: `Name one of these, or none for all: ${known.map((each) => each.name).join(', ')}.`,
    });
  }
}

class NotOnGoogleError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string) {
    super({
      what: `The settings "${file}" name no desk on Google, so there is nothing to try there.`,
      todo: 'Give "--config" with the settings of a desk on Google; "npx layanan-vicon setup --google --dir FOLDER" begins one.',
    });
  }
}
