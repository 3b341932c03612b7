/**
 * The fetch that every request to Google goes through: API, upload and token alike.
 *
 * googleapis does not take another address for uploads, nor google-auth-library for tokens; so with an `endpoint`
 * the origin of each request is replaced here, in one place.
 */
export const googleFetch = (endpoint?: string): typeof fetch => {
  if (endpoint === undefined) return fetch;
  const base = new URL(endpoint);
  return (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    address.protocol = base.protocol;
    address.host = base.host;
    return fetch(input instanceof Request ? new Request(address, input) : address, init);
  };
};
