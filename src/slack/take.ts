import type { InFlight } from "../chat/in-flight.js";
import { createReference } from "../chat/reference.js";
import type { Seen } from "../chat/seen.js";
import { STRINGS } from "../chat/strings.js";
import type { Desk } from "../desk/desk.js";
import { classifyFailure } from "./failures.js";
import type { Deed, Handlers } from "./handlers.js";
import { placeOf, visitorOf } from "./place.js";

export interface TakeDependencies {
  readonly desk: Desk;
  readonly seen: Seen;
  readonly inFlight: InFlight;
  readonly onError: (error: unknown, more: object) => void;
}

/** Leads each deed to the desk, once. */
export function createTake({ desk, seen, inFlight, onError }: TakeDependencies): Handlers["take"] {
  return (deed) => {
    if (!seen.isFirst(deed.id)) return;
    inFlight.run(async () => {
      try {
        await lead(desk, deed);
      } catch (err) {
        const reference = createReference();
        onError(err, { reference });
        const kind = classifyFailure(err);
        if (kind === "other" || kind === "expired") await deed.tell(STRINGS.failed(reference));
      }
    });
  };
}

async function lead(desk: Desk, deed: Deed): Promise<void> {
  const { id, doer, purpose, serve, tell, refuse = tell } = deed;
  // Another replica may have been first.
  if (!(await desk.isFirst(`slack:${id}`))) return;
  const reception = await desk.receive(placeOf(doer), visitorOf(doer), purpose);
  if (reception.kind === "open") return serve(reception.visit);
  await refuse(reception.word);
}
