import { type FormValues, wordsIn } from "../chat/form.js";
import { type Block, note } from "../chat/reply.js";
import { type DeskAnswer, say, toThem } from "./answers.js";
import type { Customer, Office } from "./customer.js";
import { issueLink } from "./issue-link.js";
import { SOURCE_MAX_CHARS, WORDS_MAX_CHARS } from "./letter-forms.js";
import { STRINGS } from "./strings.js";

/** Letters that one person may send within the time that the office's counter counts. */
const LETTERS_MAX = 5;
export const LETTERS_SECONDS = 10 * 60;

/** Keeps a report on a case. The platforms ask for both fields; it is checked here all the same. */
export async function takeReport(
  office: Office,
  customer: Customer,
  { caseId, revision }: { caseId: string; revision: string },
  values: FormValues,
): Promise<DeskAnswer> {
  const words = wordsIn(values, "words").slice(0, WORDS_MAX_CHARS);
  const source = wordsIn(values, "source").slice(0, SOURCE_MAX_CHARS);
  if (!words || !source) return say(STRINGS.reportNeedsBoth);
  // The id comes back from outside.
  if (!office.asker().base.findCase(caseId)) return say(STRINGS.formGone);
  if (!(await mayWrite(office, customer))) return say(STRINGS.sendTooMany);
  const { space } = customer.place;
  await office.store.reports.send({ space, caseId, revision, words, source });
  const body = `${words}\n\n${source}\n\n${caseId}@${revision}`;
  return toThem({
    blocks: [note(STRINGS.reportThanks), ...issueBlocks(office, caseId, body)],
    buttons: [],
  });
}

/** Keeps a question for the curators, in the words that its asker has just seen and sent. */
export async function takeQuestion(
  office: Office,
  customer: Customer,
  values: FormValues,
): Promise<DeskAnswer> {
  const words = wordsIn(values, "words").slice(0, WORDS_MAX_CHARS);
  if (!words) return say(STRINGS.sendEmpty);
  if (!(await mayWrite(office, customer))) return say(STRINGS.sendTooMany);
  await office.store.questions.send({ space: customer.place.space, words });
  return toThem({
    blocks: [note(STRINGS.sendThanks), note(words), ...issueBlocks(office, words, words)],
    buttons: [],
  });
}

async function mayWrite({ letters }: Office, { place, visitor }: Customer): Promise<boolean> {
  return (await letters.count(place.space, visitor.id)) <= LETTERS_MAX;
}

/** What self-hosters learn can flow back to the collection, by hand and in the open. */
function issueBlocks({ collectionUrl }: Office, title: string, body: string): Block[] {
  if (collectionUrl === undefined) return [];
  const url = issueLink(collectionUrl, title, body);
  return [{ type: "paragraph", spans: [{ text: STRINGS.issueLink, url }] }];
}
