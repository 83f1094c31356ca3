import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { type Route, refuse } from "./server.js";

export interface MetricsRouteOptions {
  /** What a reader from another machine sends as `Authorization: Bearer`; undefined: no such reader is served. */
  readonly token: string | undefined;
  readonly render: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly onError: (error: unknown) => void;
}

/** `/metrics`: for this machine itself, and for whoever else has the token. */
export function metricsRoute({ token, render, onError }: MetricsRouteOptions): Route {
  return {
    method: "GET",
    path: "/metrics",
    handle(request, response) {
      if (!isFromHere(request) && !(token && carries(request, token))) {
        response.setHeader("www-authenticate", "Bearer");
        return refuse(response, 401, "the metrics are for those who have METRICS_TOKEN");
      }
      render().then(
        ({ type, text }) => response.writeHead(200, { "content-type": type }).end(text),
        (error: unknown) => {
          onError(error);
          refuse(response, 500, "the metrics could not be put together");
        },
      );
    },
  };
}

/** Headers by which a proxy says that it speaks for somebody else. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** A proxy on this machine passes on what comes from others, so what was forwarded is not from here. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}

/** Compared in the same time whatever was sent, so that nothing can be learned from trying. */
function carries({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
