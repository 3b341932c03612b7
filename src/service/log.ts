import { type DestinationStream, pino } from 'pino';

/**
 * The only fields that may stand in a log line: counts, words of our own, paths that the settings name. No answer
 * of a requester, no name, no link, no token has a field here, so none can slip in.
 */
export interface LogFields {
  /** Of a fleet: the desk by its number, and which of the workers. */
  readonly desk?: number;
  /** As the fleet's settings call it; only where its number is not known. */
  readonly name?: string;
  readonly worker?: string;
  readonly workers?: number;
  readonly desks?: number;
  readonly pass?: string;
  readonly requests?: number;
  readonly newTickets?: number;
  readonly written?: number;
  readonly overtaken?: number;
  readonly failed?: number;
  readonly documents?: number;
  /** Documents that could not be saved. */
  readonly unsaved?: number;
  readonly concerns?: number;
  /** Requests over which the program itself failed. */
  readonly failing?: number;
  readonly refusals?: readonly string[];
  /** Of what passes remember. */
  readonly parts?: readonly string[];
  readonly notices?: number;
  readonly idle?: boolean;
  readonly tookMs?: number;
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly reason?: 'start' | 'schedule' | 'workbook changed';
  readonly signal?: string;
  readonly code?: string;
  /** Lines of the program that led to a fault, without its message. */
  readonly where?: string;
}

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  'desk',
  'name',
  'worker',
  'workers',
  'desks',
  'pass',
  'requests',
  'newTickets',
  'written',
  'overtaken',
  'failed',
  'documents',
  'unsaved',
  'concerns',
  'failing',
  'refusals',
  'parts',
  'notices',
  'idle',
  'tookMs',
  'schedule',
  'timeZone',
  'reason',
  'signal',
  'code',
  'where',
]);

/** Structured lines, one JSON object each. Fields that are not allow-listed are left out even if a caller gets past the types. */
export const openLog = ({
  level,
  destination,
}: {
  readonly level: string;
  readonly destination: DestinationStream;
}): Log => {
  const logger = pino({ level, base: {}, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const only = (fields: LogFields): object =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
  return {
    debug: (message, fields = {}) => logger.debug(only(fields), message),
    info: (message, fields = {}) => logger.info(only(fields), message),
    warn: (message, fields = {}) => logger.warn(only(fields), message),
    error: (message, fields = {}) => logger.error(only(fields), message),
  };
};
