/** Something to be filled in and sent, before any platform has a say in how it looks. */
export interface Form {
  /** What is sent back with the values: which form this is, and what it is about. At most 100 characters. */
  readonly id: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly submit: string;
  /** At most five, since no more fit on the tightest platform. */
  readonly fields: readonly Field[];
}

/** A field's id is at most 40 characters; its label at most 45, its hint at most 100. */
export type Field = TextField | ChoiceField | ChecksField;

interface AnyField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

export interface TextField extends AnyField {
  readonly kind: "text";
  readonly value?: string;
  readonly isLong: boolean;
  readonly isRequired: boolean;
  readonly maxChars: number;
}

export interface Option {
  readonly value: string;
  /** At most 75 characters. */
  readonly label: string;
}

/** One of some. */
export interface ChoiceField extends AnyField {
  readonly kind: "choice";
  readonly options: readonly Option[];
  readonly value: string;
}

/** Any of some, none too. */
export interface ChecksField extends AnyField {
  readonly kind: "checks";
  readonly options: readonly Option[];
  readonly values: readonly string[];
}

/** What was filled in, by field; the values of checks that are on, else one or none. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** A text field's words, without white space around them. */
export function wordsIn(values: FormValues, id: string): string {
  return values.get(id)?.[0]?.trim() ?? "";
}
