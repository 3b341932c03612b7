/**
 * What a fleet lends to whoever works on a desk: the right to write, for as long as nobody else was given it, and calls
 * under quotas that many share. A desk of its own works without one.
 */
export interface Tenure {
  /**
   * Asked right before anything is written where people see it.
   * @throws DeskTakenOverError when somebody else works on the desk by now.
   */
  stillOurs(): Promise<void>;
  /**
   * Resolves when a call to Sheets may go out.
   * @throws QuotaSpentError when that would take too long to wait for with the desk in hand.
   */
  take(kind: 'read' | 'write'): Promise<void>;
  /**
   * Google refused a call for its rate.
   * @throws QuotaSpentError
   */
  refused(kind: 'read' | 'write', retryAfterMs: number | undefined): Promise<never>;
  /** Aborts when the desk is lost: whatever is underway ends. */
  readonly signal: AbortSignal;
}
