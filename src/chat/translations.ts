import type { ASK_COMMAND } from "./commands.js";
import type { Length } from "./length.js";

type OptionName = keyof (typeof ASK_COMMAND)["options"];

/** The words of the commands in one language; the names that programs know stay English. */
export interface CommandTranslation {
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<
    Record<OptionName, { readonly name: string; readonly description: string }>
  >;
  readonly lengths: Readonly<Record<Length, string>>;
  readonly messageCommand: string;
}

/** By language tag, such as "de" or "pt-BR"; a platform takes those that it knows. */
export type Translations = Readonly<Record<string, CommandTranslation>>;

/** English is the declaration itself (commands.ts), and so far the only language of the answers. */
export const TRANSLATIONS: Translations = {};
