import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiAnswer, ApiRequest } from './call.ts';
import { ConnectionCut } from './router.ts';

/** Opens a port on the loopback address; a cut connection is cut for real. */
export async function listen(
  port: number,
  answer: (request: ApiRequest) => Promise<ApiAnswer>,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void reply(request, response, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: ApiRequest) => Promise<ApiAnswer>,
): Promise<void> {
  try {
    const { status, headers, body } = await answer(await requestOf(request));
    response.writeHead(status, headers).end(body);
  } catch (error) {
    if (error instanceof ConnectionCut) request.socket.destroy();
    else response.writeHead(500).end(String(error instanceof Error ? error.stack : error));
  }
}

async function requestOf(request: IncomingMessage): Promise<ApiRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', origin);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return {
    method: request.method ?? 'GET',
    origin,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(headers),
    body: new Uint8Array(Buffer.concat(pieces)),
  };
}
