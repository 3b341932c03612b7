/** Google's lists come in pages, each of which names the one after it. */
export async function* everyPage<Page extends { readonly nextPageToken?: string | null }>(
  ask: (next: { readonly pageToken?: string }) => Promise<Page>,
): AsyncGenerator<Page> {
  let pageToken: string | undefined;
  do {
    const page = await ask(pageToken === undefined ? {} : { pageToken });
    yield page;
    pageToken = page.nextPageToken || undefined;
  } while (pageToken !== undefined);
}
