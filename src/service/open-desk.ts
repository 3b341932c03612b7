import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { type Backend, backendOf } from '../backends/backends.ts';
import { type Memory, readings } from '../backends/memory.ts';
import type { Tenure } from '../backends/tenure.ts';
import { type Config, configFrom, ownTemplates, type Settings } from '../config.ts';
import { zoneOf } from '../core/clock/zones.ts';
import { messageKinds } from '../core/messages/kinds/index.ts';
import { makeFolder } from '../files/make-folder.ts';
import { judgedTemplates } from '../judged-templates.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { claimDeskAt, openLedgerAt } from '../ledger/ledger-home.ts';
import { openStateMemory, rememberingState, type StateMemory } from '../ledger/remembered-state.ts';
import { openTextShelf } from '../messages/text-shelf.ts';
import { openAttendanceShelf } from './attendance-shelf.ts';
import { heldDocuments } from './held-documents.ts';
import { paceFrom } from './own-pace.ts';
import { restGround } from './pass/rest-ground.ts';
import { openPhotoShelf } from './photo-shelf.ts';
import { openPost } from './post/open-post.ts';
import type { PostParts } from './post/post-parts.ts';
import { openTemplateShelf } from './template-shelf.ts';
import { openUndoShelf } from './undo-shelf.ts';

/** A desk with everything that a pass and a delivery work with; close it when done. */
export interface OpenDesk extends PostParts {
  close(): Promise<void>;
}

/** What of a desk outlives its being open, for whoever opens it again and again. */
export interface KeptDesk {
  /** Of its ledger. */
  readonly state: StateMemory;
  /** Knows what it read of the workbook, and what lay beside it. */
  readonly place: Backend;
}

export const keepDesk = (config: Config): KeptDesk => ({
  state: openStateMemory(),
  place: backendOf(config),
});

/**
 * Opens the desk that the settings describe, as they were read from a file or as an object; nothing of a backend that
 * they do not mean is loaded.
 *
 * @param now From here on the desk's clock runs.
 * @param toWrite Claims the desk: a second instance that wants to write is refused. Without it the ledger is only read.
 * @param rereads What was read of sheet and folders, and is kept in the ledger, is read anew: to check it.
 * @param isService Whether it stays open for good, so that others who want to write can be told.
 * @param lent Of a fleet, which has claimed the desk already: its ledger, to be closed with the desk, and until when the
 *   desk is ours, and what was kept when it was open last, under the same settings.
 * @param adopt Documents of no desk are taken too: the ledger was lost.
 * @throws DeskBusyError when another instance works on the same desk.
 */
export const openDesk = async (
  settings: Settings,
  {
    now,
    toWrite = true,
    rereads = false,
    isService = false,
    adopt = false,
    lent,
    progress = () => undefined,
  }: {
    readonly now: Temporal.Instant;
    readonly toWrite?: boolean;
    readonly rereads?: boolean;
    readonly isService?: boolean;
    readonly adopt?: boolean;
    readonly lent?: {
      readonly ledger: Ledger;
      readonly tenure: Tenure;
      readonly kept?: KeptDesk;
    };
    readonly progress?: (step: string) => void;
  },
): Promise<OpenDesk> => {
  const config = configFrom(settings);
  const { stateFolder } = config;
  const { state, place } = lent?.kept ?? keepDesk(config);
  if (toWrite) makeFolder(stateFolder, { mode: 0o700 });
  const claim =
    toWrite && lent === undefined ? await claimDeskAt(config.ledger, { isService }) : undefined;
  try {
    const ledger = rememberingState(
      lent?.ledger ?? (await openLedgerAt(config.ledger, { readOnly: !toWrite, claim })),
      state,
    );
    const memory = toWrite ? ledger : lookingAt(ledger, { rereads });
    const backend = await place.open({
      pace: paceFrom(now),
      adopt,
      memory,
      ...(lent && { tenure: lent.tenure }),
    });
    // Whoever only looks hands nothing over, so that no password is asked of him.
    const post = toWrite ? await openPost(config) : undefined;
    const home = lent === undefined ? `${backend.workbook.place} (${hostname()})` : undefined;
    return {
      ...backend,
      ...(lent && { documents: heldDocuments(backend.documents, lent.tenure) }),
      answerForm: async () => place.answerForm?.(memory),
      photos: openPhotoShelf({ documents: backend.documents, memory, progress }),
      attendance: openAttendanceShelf({ documents: backend.documents, memory }),
      undo: openUndoShelf(join(stateFolder, 'undo')),
      ledger,
      templates: openTemplateShelf({
        folder: config.templates,
        builtIn: ownTemplates,
        lastGood: join(stateFolder, 'templates'),
        judged: judgedTemplates(),
        keep: toWrite,
        chartsAsPictures: config.charts === 'pictures',
        zone: zoneOf(config.timeZone),
        ...(config.logo !== undefined && { logo: config.logo }),
      }),
      texts: openTextShelf({
        folder: config.templates,
        builtIn: ownTemplates,
        lastGood: join(stateFolder, 'templates'),
        keep: toWrite,
      }),
      draftKinds: messageKinds,
      ...(post && { post }),
      messageKinds: config.messages.by === 'off' ? [] : messageKinds,
      timeZone: config.timeZone,
      ...(home !== undefined && { home }),
      ground: restGround(config, home === undefined ? {} : { home }),
      limits: config.guard,
      progress,
      close: async () => {
        await ledger.close();
        await claim?.release();
      },
    };
  } catch (error) {
    await claim?.release();
    throw error;
  }
};

/** Whoever only looks leaves no trace, not even in what the backend remembers. */
const lookingAt = (ledger: Ledger, { rereads }: { readonly rereads: boolean }): Memory => ({
  recall: async (name) => (rereads && keptReadings.has(name) ? undefined : ledger.recall(name)),
  remember: async () => undefined,
});

const keptReadings: ReadonlySet<string> = new Set(Object.values(readings));
