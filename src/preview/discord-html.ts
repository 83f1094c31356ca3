import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import { escapeHtml, link } from "./html.js";

/** Draws the components that would be sent to Discord, much as Discord would. */
export function discordHtml(components: readonly APIMessageTopLevelComponent[]): string {
  return components.map(componentHtml).join("\n");
}

function componentHtml(component: APIMessageTopLevelComponent): string {
  switch (component.type) {
    case ComponentType.Container:
      return `<div class="container">${component.components.map(childHtml).join("\n")}</div>`;
    case ComponentType.ActionRow:
      return `<div class="row">${component.components
        .map((child) => {
          if (child.type === ComponentType.Button && "label" in child)
            return `<button>${escapeHtml(child.label ?? "")}</button>`;
          if (child.type === ComponentType.StringSelect)
            return `<button class="menu">${escapeHtml(child.placeholder ?? "")} ▾</button>`;
          return "";
        })
        .join("")}</div>`;
    default:
      return "";
  }
}

function childHtml(child: APIComponentInContainer): string {
  switch (child.type) {
    case ComponentType.TextDisplay:
      return `<div class="text">${markdownHtml(child.content)}</div>`;
    case ComponentType.Separator:
      return "<hr>";
    case ComponentType.File:
      return `<p class="file">${escapeHtml(child.file.url.replace("attachment://", ""))}</p>`;
    default:
      return "";
  }
}

/** The part of Discord's Markdown that the renderer uses: headings, small lines, bullets, emphasis and links. */
function markdownHtml(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => {
      const [, mark, text = ""] = /^(###|##|-#|-| (?= ))? ?(.*)$/s.exec(line) ?? [];
      const inner = inlineHtml(text);
      switch (mark) {
        case "##":
          return `<h2>${inner}</h2>`;
        case "###":
          return `<h3>${inner}</h3>`;
        case "-#":
          return `<p class="small">${inner}</p>`;
        case " ":
          return `<p class="below">${inlineHtml(text.trimStart())}</p>`;
        case "-":
          return `<p class="item">${inner}</p>`;
        default:
          return `<p>${inner}</p>`;
      }
    })
    .join("\n");
}

const INLINE =
  /\\(.)|\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*/gs;

function inlineHtml(text: string): string {
  let html = "";
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    html += escapeHtml(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, escaped, label, address, strong, emphasis] = match;
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (label !== undefined && address !== undefined) html += link(address, inlineHtml(label));
    else if (strong !== undefined) html += `<b>${inlineHtml(strong)}</b>`;
    else if (emphasis !== undefined) html += `<i>${inlineHtml(emphasis)}</i>`;
  }
  return html + escapeHtml(text.slice(at));
}
