import { truncate } from "../text.js";

/** Longer titles are hard to read in a list. */
const TITLE_MAX_CHARS = 80;
/** Room for the text of an issue in an address; browsers and servers take at least 8,000 characters in all. */
const BODY_MAX_CHARS = 1500;

/**
 * The page at the collection's home on which an issue stands written already, to be looked at and sent by hand.
 *
 * @param home - the repository's page, as GitHub, Gitea and Forgejo have it
 */
export function issueLink(home: string, title: string, body: string): string {
  const query = new URLSearchParams({
    title: truncate(title, TITLE_MAX_CHARS),
    body: truncate(body, BODY_MAX_CHARS),
  });
  return `${home.replace(/\/+$/, "")}/issues/new?${query}`;
}
