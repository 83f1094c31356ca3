import type { FakeSlack } from "../../test/fakes/slack/fake-slack.js";
import type { Ask, Connection, Stage } from "./stage.js";

/** @param urls - where the bot's replicas listen, each asked in turn; empty for Socket Mode */
export function slackStage(slack: FakeSlack, urls: readonly string[] = []): Stage & Connection {
  let count = 0;
  let deliveries = 0;
  const toNext = () => {
    const url = urls[deliveries++ % Math.max(urls.length, 1)];
    if (url !== undefined) slack.callAt(url);
  };
  const asks = (first: string): Pick<Ask, "again" | "isTaken"> => {
    const envelopes = [first];
    return {
      again() {
        toNext();
        envelopes.push(slack.again(first, envelopes.length));
      },
      isTaken: () => envelopes.some((id) => slack.acks.has(id)),
    };
  };
  const message =
    (way: "mention" | "direct") =>
    (question: string): Ask => {
      toNext();
      const { ts, envelopeId } = slack[way](question, { user: `U${count++}` });
      return {
        key: ts,
        ...asks(envelopeId),
        isAnswer: ({ path, body }) =>
          path.endsWith("chat.postMessage") && (body as { thread_ts?: string }).thread_ts === ts,
      };
    };

  return {
    ways: {
      command(question) {
        toNext();
        const responseUrl = slack.newResponseUrl();
        const more = { user_id: `U${count++}`, response_url: responseUrl };
        return {
          key: responseUrl,
          ...asks(slack.command(question, more)),
          isAnswer: ({ path }) => responseUrl.endsWith(path),
        };
      },
      mention: message("mention"),
      "direct message": message("direct"),
    },
    watch: (watcher) =>
      slack.watch(({ threadTs, responseUrl, body }) =>
        watcher(responseUrl ?? threadTs ?? "", body.text ?? ""),
      ),
    failNext: slack.failNext,
    refusals: () => slack.refusals,
    forget() {
      slack.requests.length = 0;
      slack.shown.length = 0;
      slack.acks.clear();
    },
    drop: () => slack.drop(),
    askReconnect: () => slack.askReconnect(),
    ready: slack.ready,
    stop: () => slack.stop(),
  };
}
