import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import {
  type FailureKind,
  type Monitor,
  PLATFORM_STATES,
  type PlatformState,
} from "../chat/adapter.js";
import type { AskRecord } from "../chat/chat.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { revisionOfAll } from "../knowledge/revision.js";

/**
 * What is counted, for Prometheus. Every label is one of a few fixed words, or the revision in use: no text, no person,
 * no server, no case.
 */
export interface Metrics {
  /** Where one platform's adapter counts. */
  monitor(platform: string): Monitor;
  asked(platform: string, record: Pick<AskRecord, "via" | "kind" | "tookMs">): void;
  storeFailed(code: string): void;
  /** All of it, as text. */
  render(readings: Readings): Promise<{ readonly type: string; readonly text: string }>;
}

/** How everything is right now. */
export interface Readings {
  readonly platforms: Readonly<Record<string, PlatformState>>;
  /** What is no reason to stop answering. */
  readonly parts: Readonly<Record<string, "ok" | "degraded">>;
  readonly base: KnowledgeBase;
}

/** From what nobody notices to where Discord gives up. */
const SERVED_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
/** Finding and laying out an answer, in memory. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25];
const PREFIX = "why_rejected_";

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const asks = new Counter({
    name: `${PREFIX}asks_total`,
    help: "Questions and opened parts of answers, by the way they came and the kind of the answer",
    labelNames: ["platform", "via", "kind"],
    registers,
  });
  const answering = new Histogram({
    name: `${PREFIX}answer_seconds`,
    help: "Time to find and lay out an answer, without the platform",
    labelNames: ["platform"],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const serving = new Histogram({
    name: `${PREFIX}served_seconds`,
    help: "Time from an event's arrival to the end of its answer's delivery, the platform included",
    labelNames: ["platform"],
    buckets: SERVED_SECONDS,
    registers,
  });
  const errors = new Counter({
    name: `${PREFIX}platform_errors_total`,
    help: "What could not be served: answered (before), expired, gone, forbidden, token, other",
    labelNames: ["platform", "kind"],
    registers,
  });
  const expired = new Counter({
    name: `${PREFIX}expired_interactions_total`,
    help: "Interactions that the platform let expire before they were answered",
    labelNames: ["platform"],
    registers,
  });
  const reconnects = new Counter({
    name: `${PREFIX}reconnects_total`,
    help: "Connections to a platform that were lost and made anew",
    labelNames: ["platform"],
    registers,
  });
  const storeFailures = new Counter({
    name: `${PREFIX}store_failures_total`,
    help: "Calls to the store that failed, timed out, or were not tried so soon after a failure",
    labelNames: ["code"],
    registers,
  });
  const setGauges = createGauges(registers);

  return {
    monitor: (platform) => ({
      served: (tookMs) => serving.observe({ platform }, tookMs / 1000),
      failed(kind: FailureKind) {
        errors.inc({ platform, kind });
        if (kind === "expired") expired.inc({ platform });
      },
      reconnecting: () => reconnects.inc({ platform }),
    }),
    asked(platform, { via, kind, tookMs }) {
      asks.inc({ platform, via, kind });
      answering.observe({ platform }, tookMs / 1000);
    },
    storeFailed: (code) => storeFailures.inc({ code }),
    async render(readings) {
      setGauges(readings);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** Gauges, set each time the metrics are asked for, so that they are never behind. */
function createGauges(registers: Registry[]): (readings: Readings) => void {
  const states = new Gauge({
    name: `${PREFIX}platform_state`,
    help: "1 for the state in which a platform is: connected, connecting, or off for good",
    labelNames: ["platform", "state"],
    registers,
  });
  const degraded = new Gauge({
    name: `${PREFIX}degraded`,
    help: "1 where something beside the answers fails: the store, or taking up changed knowledge",
    labelNames: ["part"],
    registers,
  });
  const cases = new Gauge({
    name: `${PREFIX}cases`,
    help: "Cases that can be answered with",
    registers,
  });
  const knowledge = new Gauge({
    name: `${PREFIX}knowledge_info`,
    help: "1 for the revision of the knowledge in use",
    labelNames: ["revision"],
    registers,
  });
  const revisions = new WeakMap<KnowledgeBase, string>();
  const revisionOf = (base: KnowledgeBase) => {
    const revision = revisions.get(base) ?? revisionOfAll(base);
    revisions.set(base, revision);
    return revision;
  };
  return ({ platforms, parts, base }) => {
    states.reset();
    for (const [platform, now] of Object.entries(platforms)) {
      for (const state of PLATFORM_STATES) states.set({ platform, state }, state === now ? 1 : 0);
    }
    for (const [part, state] of Object.entries(parts)) {
      degraded.set({ part }, state === "ok" ? 0 : 1);
    }
    cases.set(base.current.length);
    knowledge.reset();
    knowledge.set({ revision: revisionOf(base) }, 1);
  };
}
