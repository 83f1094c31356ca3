import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
  readonly raw: Buffer;
  /** What a form of several parts brought along. */
  readonly files: readonly FakeFile[];
}

export interface FakeFile {
  readonly name: string;
  readonly text: string;
}

export interface FakeResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a request goes wrong: an answer instead of the real one, or the real one done and its answer lost. */
export interface Fault {
  readonly matches: (request: FakeRequest) => boolean;
  readonly times: number;
  readonly answer?: FakeResponse;
  readonly loseAnswer?: boolean;
  readonly delayMs?: number;
}

/** A loopback HTTP server that hands requests to a function and can be told to fail. */
export async function serve(handle: (request: FakeRequest) => FakeResponse) {
  const faults: { fault: Fault; left: number }[] = [];
  const requests: FakeRequest[] = [];

  const take = async (raw: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of raw) chunks.push(chunk as Buffer);
    const url = new URL(raw.url ?? "/", "http://localhost");
    const bytes = Buffer.concat(chunks);
    const request: FakeRequest = {
      raw: bytes,
      method: raw.method ?? "GET",
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: raw.headers,
      ...(await parseBody(bytes, raw.headers["content-type"])),
    };
    requests.push(request);
    const planned = faults.find(({ fault, left }) => left > 0 && fault.matches(request));
    if (planned) planned.left--;
    if (planned?.fault.delayMs)
      await new Promise((done) => setTimeout(done, planned.fault.delayMs));
    const answer = planned?.fault.answer ?? handle(request);
    if (planned?.fault.loseAnswer) {
      raw.socket.destroy();
      return;
    }
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    const type = answer.status === 204 ? {} : { "content-type": "application/json" };
    response
      .writeHead(answer.status, { ...type, ...answer.headers })
      .end(answer.status === 204 ? undefined : text);
  };
  const server: Server = createServer((raw, response) => {
    take(raw, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    server,
    requests,
    port: (server.address() as AddressInfo).port,
    failNext(fault: Fault) {
      faults.push({ fault, left: fault.times });
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function parseBody(
  bytes: Buffer,
  contentType = "",
): Promise<Pick<FakeRequest, "body" | "files">> {
  if (bytes.length === 0) return { body: {}, files: [] };
  if (contentType.includes("application/x-www-form-urlencoded")) {
    return { body: Object.fromEntries(new URLSearchParams(bytes.toString())), files: [] };
  }
  if (contentType.includes("application/json")) {
    return { body: JSON.parse(bytes.toString()), files: [] };
  }
  if (!contentType.includes("multipart/form-data")) return { body: {}, files: [] };
  const request = new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } });
  const form = await request.formData();
  const files: FakeFile[] = [];
  for (const value of form.values()) {
    if (value instanceof File) files.push({ name: value.name, text: await value.text() });
  }
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? JSON.parse(payload) : {}, files };
}

/** Waits until something is so; fails with the given words when it takes too long. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false,
  timeoutMs = 5000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
}

/** Lets a moment pass in which something that must not happen could happen. */
export function quiet(timeMs = 250): Promise<void> {
  return new Promise((done) => setTimeout(done, timeMs));
}
