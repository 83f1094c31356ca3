import { LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../logger.js";
import { createConnection } from "./connection.js";
import { slackLogger } from "./logger.js";
import type { Transport } from "./transport.js";

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Logger;
  readonly isStopping: () => boolean;
  readonly onReconnecting: () => void;
  readonly onFatal: (error: unknown) => void;
}

/** A pong may be this late, as on a machine that stalls; the client pings three times as often. */
const CLIENT_PING_TIMEOUT_MS = 15_000;
/** Acknowledgements still under way when the socket is about to close. */
const LAST_ACK_MS = 200;

/** Socket Mode: no address on the internet is needed. */
export function createSocketTransport(options: SocketOptions): Transport {
  const { appToken, apiUrl, log, isStopping, onReconnecting, onFatal } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    // See `createConnection`.
    autoReconnectEnabled: false,
    clientPingTimeout: CLIENT_PING_TIMEOUT_MS,
    // An object of its own: the Socket Mode client writes its retry policy into it.
    installerOptions: { clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {} },
    logger: slackLogger(log),
    logLevel: LogLevel.WARN,
  });
  const connection = createConnection(
    receiver.client,
    { log, isStopping, onReconnecting },
    onFatal,
  );
  return {
    receiver,
    routes: [],
    open: connection.open,
    isOpen: connection.isOpen,
    async close() {
      await new Promise((resolve) => setTimeout(resolve, LAST_ACK_MS));
      await receiver.stop();
    },
  };
}
