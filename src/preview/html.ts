/** Text for an HTML page. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A link, only where the address is http or https. */
export function link(address: string, label: string): string {
  return /^https?:\/\//.test(address) ? `<a href="${escapeHtml(address)}">${label}</a>` : label;
}
