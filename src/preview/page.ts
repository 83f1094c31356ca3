import type { Reply } from "../chat/reply.js";
import { renderDiscord } from "../discord/render.js";
import { renderSlack } from "../slack/render.js";
import { discordHtml } from "./discord-html.js";
import { escapeHtml } from "./html.js";
import { slackHtml } from "./slack-html.js";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.4 system-ui, sans-serif; margin: 24px; display: flex; flex-wrap: wrap; gap: 32px;
  align-items: flex-start; background: light-dark(#fff, #1a1b1e); color: light-dark(#1d1c1d, #dbdee1); }
figure { margin: 0; width: 100%; max-width: 600px; }
figcaption { font-size: 13px; opacity: .7; margin-bottom: 8px; }
h2 { font-size: 19px; margin: 0 0 6px; } h3 { font-size: 16px; margin: 12px 0 4px; } p { margin: 4px 0; }
.small { font-size: 12.5px; opacity: .8; overflow-wrap: anywhere; }
.item { padding-left: 16px; position: relative; } .item::before { content: "•"; position: absolute; left: 2px; }
.container { border: 1px solid light-dark(#e3e5e8, #3f4147); border-radius: 8px; padding: 14px 16px;
  background: light-dark(#f9f9fa, #2b2d31); }
.slack p { margin: 8px 0; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
button { font: inherit; font-size: 14px; padding: 6px 14px; border-radius: 8px; color: inherit;
  border: 1px solid light-dark(#c4c4c6, #4e5058); background: light-dark(#fff, #383a40); }
a { color: light-dark(#1264a3, #00a8fc); text-decoration: none; }`;

/** One page with both cards of a reply, drawn from the very payloads that would be sent. */
export function previewPage(title: string, reply: Reply): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
<figure class="discord"><figcaption>Discord</figcaption>
${discordHtml(renderDiscord(reply))}
</figure>
<figure class="slack"><figcaption>Slack</figcaption>
${slackHtml(renderSlack(reply).blocks)}
</figure>
</html>
`;
}
