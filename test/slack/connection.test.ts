import { EventEmitter } from "node:events";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConnection, type SocketClient } from "../../src/slack/connection.js";

/** Connects at once, as long as Slack is up. */
class FakeClient extends EventEmitter implements SocketClient {
  starts = 0;
  isUp = true;

  async start() {
    this.starts += 1;
    if (!this.isUp) {
      this.emit("disconnected");
      throw new Error("connection refused");
    }
    this.emit("connected");
  }
}

function connectionTo(client: FakeClient, isStopping = () => false) {
  const fatal = vi.fn();
  const patience = { log: pino({ level: "silent" }), isStopping };
  return { connection: createConnection(client, patience, fatal), fatal };
}

describe("a lost connection to Slack", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const HOURS_MS = 3 * 3_600_000;

  test.each([
    ["that lasted for hours is replaced at once", HOURS_MS, 1, 2],
    ["that ended at once is not replaced in the same second", 10, 900, 1],
    ["that ended at once is replaced a second later", 10, 1000, 2],
  ])("%s", async (_what, aliveMs, afterMs, starts) => {
    const client = new FakeClient();
    const { connection } = connectionTo(client);
    await connection.open();
    await vi.advanceTimersByTimeAsync(aliveMs);
    client.emit("disconnected");
    expect(connection.isOpen()).toBe(false);
    await vi.advanceTimersByTimeAsync(afterMs);
    expect(client.starts).toBe(starts);
    expect(connection.isOpen()).toBe(starts === 2);
  });

  test("is tried for with growing pauses while Slack is down, one attempt at a time", async () => {
    const client = new FakeClient();
    const { connection, fatal } = connectionTo(client);
    await connection.open();
    await vi.advanceTimersByTimeAsync(HOURS_MS);
    client.isUp = false;
    client.emit("disconnected");
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000 + 1);
    expect(client.starts).toBe(1 + 4);
    client.isUp = true;
    await vi.advanceTimersByTimeAsync(8000);
    expect(connection.isOpen()).toBe(true);
    expect(client.starts).toBe(1 + 5);
    expect(fatal).not.toHaveBeenCalled();
  });

  test("is left alone while stopping", async () => {
    const client = new FakeClient();
    let stopping = false;
    const { connection } = connectionTo(client, () => stopping);
    await connection.open();
    stopping = true;
    client.emit("disconnected");
    await vi.advanceTimersByTimeAsync(HOURS_MS);
    expect(client.starts).toBe(1);
  });
});
