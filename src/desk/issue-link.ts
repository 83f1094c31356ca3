/** Room for the text of an issue in an address; browsers and servers take at least 8,000 characters in all. */
const BODY_MAX_CHARS = 1500;

/**
 * The page at the collection's home on which an issue stands written already, to be looked at and sent by hand.
 *
 * @param home - the repository's page, as GitHub, Gitea and Forgejo have it
 */
export function issueLink(home: string, title: string, body: string): string {
  const query = new URLSearchParams({ title, body: body.slice(0, BODY_MAX_CHARS) });
  return `${home.replace(/\/+$/, "")}/issues/new?${query}`;
}
