import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface HttpServer {
  /** The port that was taken, which matters where 0 was asked for. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

export interface HttpOptions {
  readonly port: number;
  readonly host: string;
  /** Each platform by name, and whether its events arrive right now. */
  readonly health: () => Readonly<Record<string, boolean>>;
}

/** The one HTTP server. `GET /healthz`: 200 while every platform is connected, else 503, with a line for each. */
export function createHttpServer({ port, host, health }: HttpOptions): HttpServer {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (request.method !== "GET" || pathname !== "/healthz") {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
      return;
    }
    const platforms = health();
    const isHealthy = Object.values(platforms).every(Boolean);
    response
      .writeHead(isHealthy ? 200 : 503, { "content-type": "application/json" })
      .end(JSON.stringify({ status: isHealthy ? "ok" : "disconnected", platforms }));
  });
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
