import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";

/** The smallest bot that could be written on Bolt: the same events in, the same words out. */
const { SLACK_API_URL: slackApiUrl = "", SLACK_APP_TOKEN: appToken } = process.env;
const text = "No.";

const socket = appToken
  ? new SocketModeReceiver({
      appToken,
      installerOptions: { clientOptions: { slackApiUrl } },
      logLevel: LogLevel.ERROR,
    })
  : undefined;
const http = socket
  ? undefined
  : new HTTPReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET ?? "" });
const receiver = socket ?? http;
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? "",
  ...(receiver ? { receiver } : {}),
  clientOptions: { slackApiUrl, retryConfig: { retries: 3 } },
  logLevel: LogLevel.ERROR,
});
app.event("app_mention", async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text });
});
app.command("/why-rejected", async ({ ack, respond }) => {
  await ack();
  await respond({ text, response_type: "ephemeral" });
});
if (http) {
  const server = createServer(http.requestListener);
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ msg: "http listening", port })}\n`);
    process.stdout.write('{"msg":"slack ready"}\n');
  });
} else {
  await app.start();
  process.stdout.write('{"msg":"slack ready"}\n');
}
