import type { DesktopClient } from './credentials.ts';

/** A person is asked, on Google's page in a browser, to let the service work as them. */
export interface AskedConsent {
  readonly client: DesktopClient;
  readonly scopes: readonly string[];
  /** Ends the wait: a `TimeoutError` as its reason when time is up. */
  readonly signal: AbortSignal;
  /** Shows Google's page to the person, as well as it can. */
  readonly showPage: (address: string) => void;
}
