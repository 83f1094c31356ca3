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
.below { padding-left: 16px; }
hr { border: 0; border-top: 1px solid light-dark(#e3e5e8, #3f4147); margin: 10px 0; }
.file { border: 1px solid light-dark(#e3e5e8, #3f4147); border-radius: 8px; padding: 10px 12px; }
.text + .text { margin-top: 8px; }
.container { border: 1px solid light-dark(#e3e5e8, #3f4147); border-radius: 8px; padding: 14px 16px;
  border-left: 4px solid #9b2d30; background: light-dark(#f9f9fa, #2b2d31); }
.slack p { margin: 8px 0; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
button { font: inherit; font-size: 14px; padding: 6px 14px; border-radius: 8px; color: inherit;
  border: 1px solid light-dark(#c4c4c6, #4e5058); background: light-dark(#fff, #383a40); }
a { color: light-dark(#1264a3, #00a8fc); text-decoration: none; }`;

/** One page with both cards of a reply, drawn from the very payloads that would be sent. */
export function previewPage(title: string, reply: Reply): string {
  return page(title, STYLE, cards(reply));
}

/** Pictures show each platform once in light and once in dark, once as on a phone and once as in a window. */
export const PICTURES = {
  narrow: { cardPx: 360, discord: "dark", slack: "light" },
  wide: { cardPx: 600, discord: "light", slack: "dark" },
} as const;
export const PICTURE_PADDING_PX = 20;

/** Both cards of a reply side by side, to be made a picture of. */
export function picturePage(title: string, reply: Reply, shape: keyof typeof PICTURES): string {
  const { cardPx, discord, slack } = PICTURES[shape];
  const style = `${STYLE}
body { margin: 0; gap: 0; flex-wrap: nowrap; align-items: stretch; }
figure { box-sizing: content-box; flex: none; width: ${cardPx}px; max-width: none;
  padding: ${PICTURE_PADDING_PX}px; background: light-dark(#fff, #1a1b1e);
  color: light-dark(#1d1c1d, #dbdee1); }
.discord { color-scheme: ${discord}; } .slack { color-scheme: ${slack}; }`;
  return page(title, style, cards(reply));
}

function cards(reply: Reply): string {
  return `<figure class="discord"><figcaption>Discord</figcaption>
${discordHtml(renderDiscord(reply))}
</figure>
<figure class="slack"><figcaption>Slack</figcaption>
${slackHtml(renderSlack(reply).blocks)}
</figure>`;
}

function page(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
${body}
</html>
`;
}
