import type { Route } from "./server.js";

/** How everything is right now. */
export interface Readings {
  /** Each platform by name; "off" is for good, and a new start would not mend it. */
  readonly platforms: Readonly<Record<string, "connected" | "connecting" | "off">>;
  /** What is no reason to stop answering. */
  readonly parts: Readonly<Record<string, "ok" | "degraded">>;
}

/** `/healthz`: 200 while every platform that is not off is connected, else 503. */
export function healthRoute(read: () => Readings): Route {
  return probe("/healthz", () => {
    const { platforms, parts } = read();
    const on = Object.entries(platforms).filter(([, state]) => state !== "off");
    const connected = Object.fromEntries(on.map(([name, state]) => [name, state === "connected"]));
    const isHealthy = Object.values(connected).every(Boolean);
    const body = { status: isHealthy ? "ok" : "disconnected", platforms: connected, ...parts };
    return { isGood: isHealthy, body };
  });
}

/** `/readyz`: 200 while any platform is connected, since answers are possible; "degraded" where not all is well. */
export function readyRoute(read: () => Readings): Route {
  return probe("/readyz", () => {
    const { platforms, parts } = read();
    const states = Object.values(platforms);
    const isReady = states.includes("connected");
    const isWhole =
      states.every((state) => state === "connected") &&
      Object.values(parts).every((state) => state === "ok");
    const status = isWhole ? "ok" : isReady ? "degraded" : "unavailable";
    return { isGood: isReady, body: { status, platforms, ...parts } };
  });
}

function probe(path: string, look: () => { isGood: boolean; body: object }): Route {
  return {
    method: "GET",
    path,
    handle(_request, response) {
      const { isGood, body } = look();
      response
        .writeHead(isGood ? 200 : 503, { "content-type": "application/json" })
        .end(JSON.stringify(body));
    },
  };
}
