import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What is served under one path. Everything else is refused. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface HttpServer {
  /** The port that was taken, which matters where 0 was asked for. */
  start(): Promise<number>;
  /** Takes nothing new, and lets answers that are under way go out. */
  stop(): Promise<void>;
}

export interface HttpOptions {
  readonly port: number;
  readonly host: string;
  readonly routes: readonly Route[];
}

/** A caller has this long for its headers, and for all of its request; then 408. */
const HEADERS_TIMEOUT_MS = 5000;
const REQUEST_TIMEOUT_MS = 10_000;
const TIMEOUT_CHECK_MS = 1000;
const HEADERS_MAX_BYTES = 16_384;
/** Longer than proxies keep an idle connection, usually 60 s: else one is closed while a request is on its way. */
const KEEP_ALIVE_MS = 65_000;
/** What is under way at the end may take this long. */
const LAST_ANSWERS_MS = 1000;

/**
 * The one HTTP server. It refuses slow callers (408), long headers (431), other paths than its routes' (404) and other
 * methods (405); how long a body may be is for the route to say.
 */
export function createHttpServer({ port, host, routes }: HttpOptions): HttpServer {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: HEADERS_MAX_BYTES,
    },
    (request, response) => {
      // Not parsed as an address: "//" would throw.
      const path = request.url?.split("?")[0];
      const here = routes.filter((route) => route.path === path);
      const route = here.find(({ method }) => method === request.method);
      if (route) return route.handle(request, response);
      if (here.length === 0) return refuse(response, 404, "not found");
      response.setHeader("allow", here.map(({ method }) => method).join(", "));
      refuse(response, 405, "method not allowed");
    },
  );
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Answers without reading a body, so the connection is of no more use. */
export function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" }).end(`${why}\n`);
}
