import type { Fault as RequestFault } from "../../test/fakes/http.js";
import type { Ask, Connection, Stage } from "../stage/stage.js";

/** A kind of trouble that a whole batch of asks goes through. */
export interface Trouble {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** What goes wrong with the requests that carry the answers. */
  readonly request?: Omit<RequestFault, "matches">;
  /** What happens before the asks are sent, at once after, and when all are answered. */
  readonly before?: (connection: Connection) => void;
  readonly after?: (asks: readonly Ask[], connection: Connection) => void;
  readonly answered?: (asks: readonly Ask[]) => void;
  /** Only where the platform can do that. */
  readonly needs?: (stage: Stage & Partial<Connection>) => boolean;
}

const broken = { status: 500, body: {} };
const isConnected = (stage: Partial<Connection>) => stage.drop !== undefined;

export const TROUBLES: readonly Trouble[] = [
  { name: "none", weight: 40 },
  {
    name: "delivered again, after the answer",
    weight: 8,
    answered(asks) {
      for (const ask of asks) ask.again();
    },
  },
  {
    name: "delivered three times at once",
    weight: 8,
    after(asks) {
      for (const ask of [...asks, ...asks]) ask.again();
    },
  },
  { name: "answer stored, response lost", weight: 4, request: { times: 1, loseAnswer: true } },
  {
    name: "connection broken before the answer arrived",
    weight: 4,
    request: { times: 1, answer: broken, loseAnswer: true },
  },
  { name: "500, twice", weight: 4, request: { times: 2, answer: broken } },
  {
    name: "429, wait a second",
    weight: 1,
    request: {
      times: 1,
      answer: {
        status: 429,
        headers: { "retry-after": "1" },
        body: { message: "You are being rate limited.", retry_after: 1, global: false },
      },
    },
  },
  { name: "response 1.5 s late", weight: 2, request: { times: 1, delayMs: 1500 } },
  {
    name: "connection lost at once after",
    weight: 1,
    after: (_asks, connection) => connection.drop(),
    needs: isConnected,
  },
  {
    name: "sent while the connection was lost",
    weight: 1,
    before: (connection) => connection.drop(),
    needs: isConnected,
  },
  {
    name: "asked to connect anew",
    weight: 1,
    before: (connection) => connection.askReconnect(),
    needs: isConnected,
  },
  {
    name: "session gone, sent meanwhile",
    weight: 0.5,
    before: (connection) => connection.forgetSession?.(),
    needs: ({ forgetSession }) => forgetSession !== undefined,
  },
];

/** Each once, and then as often as its weight says: the same seed gives the same row. */
export function createTroubles(
  stage: Stage & Partial<Connection>,
  random: () => number,
): () => Trouble {
  const possible = TROUBLES.filter(({ needs }) => needs?.(stage) ?? true);
  const first = [...possible];
  const sum = possible.reduce((total, { weight }) => total + weight, 0);
  return () => {
    const next = first.shift();
    if (next) return next;
    let left = random() * sum;
    const found = possible.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return found ?? { name: "none", weight: 1 };
  };
}
