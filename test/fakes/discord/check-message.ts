/**
 * What Discord refuses in a message, written down apart from the project's own table of limits, so that a slip in one
 * does not hide in the other. Returns what is wrong; nothing where the message is fine.
 */
export interface FakeMessageBody {
  readonly content?: string;
  readonly embeds?: unknown[];
  readonly flags?: number;
  readonly components?: FakeComponent[];
  readonly allowed_mentions?: { parse?: string[]; users?: string[]; replied_user?: boolean };
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { message_id: string };
  /** On an edit, those of the message's files that stay; then those sent along. */
  readonly attachments?: { id: string; filename?: string }[];
}

export interface FakeComponent {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: { readonly label: string; readonly value: string }[];
  readonly components?: FakeComponent[];
  readonly accessory?: FakeComponent;
  readonly file?: { readonly url: string };
}

const IS_COMPONENTS_V2 = 1 << 15;
const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_DISPLAY = 10;
const FILE = 13;

export function allComponents(components: readonly FakeComponent[] = []): FakeComponent[] {
  return components.flatMap((component) => [
    component,
    ...allComponents(component.components),
    ...(component.accessory ? [component.accessory] : []),
  ]);
}

export function textOf(body: FakeMessageBody): string {
  return allComponents(body.components)
    .filter(({ type }) => type === TEXT_DISPLAY)
    .map(({ content }) => content)
    .join("\n");
}

/** @param fileNames - of the files sent along */
export function faultsOfMessage(
  body: FakeMessageBody,
  isEdit = false,
  fileNames: readonly string[] = [],
): string[] {
  const faults: string[] = [];
  const components = allComponents(body.components);
  const isV2 = ((body.flags ?? 0) & IS_COMPONENTS_V2) !== 0 || isEdit;
  const texts = components.filter(({ type }) => type === TEXT_DISPLAY);
  const chars = texts.reduce((sum, { content = "" }) => sum + content.length, 0);
  const bytes = texts.reduce((sum, { content = "" }) => sum + Buffer.byteLength(content) + 12, 0);
  const customIds = components.flatMap(({ custom_id }) => custom_id ?? []);
  if (!isV2) faults.push("no IS_COMPONENTS_V2 flag");
  if (isV2 && (body.content !== undefined || (body.embeds?.length ?? 0) > 0)) {
    faults.push("content or embeds beside components V2");
  }
  if (components.length === 0) faults.push("an empty message");
  if (components.length > 40) faults.push(`${components.length} components`);
  if (chars > 4000) faults.push(`${chars} characters of text`);
  if (bytes > 10_170) faults.push(`${bytes} bytes of text`);
  if (texts.some(({ content = "" }) => content.length === 0)) faults.push("an empty text display");
  if (new Set(customIds).size < customIds.length) faults.push("a custom_id twice");
  if (customIds.some((id) => id.length < 1 || id.length > 100)) faults.push("a custom_id's length");
  for (const component of components) {
    if (component.type === ACTION_ROW && (component.components?.length ?? 0) > 5) {
      faults.push("more than five buttons in a row");
    }
    if (component.type === ACTION_ROW && component.components?.some(isSelect)) {
      if (component.components.length > 1) faults.push("a menu that shares its row");
    }
    if (isSelect(component)) faults.push(...faultsOfSelect(component));
    if (component.type === BUTTON && (component.label ?? "").length > 80)
      faults.push("a long label");
  }
  const shownFiles = components.flatMap(({ type, file }) => (type === FILE ? file?.url : []));
  for (const url of shownFiles) {
    if (!fileNames.some((name) => url === `attachment://${name}`))
      faults.push(`no file for ${url}`);
  }
  if (shownFiles.length < fileNames.length) faults.push("a file that is not shown");
  if (!isEdit && body.allowed_mentions?.parse?.length !== 0) faults.push("mentions are allowed");
  if ((body.nonce ?? "").length > 25) faults.push("a long nonce");
  return faults;
}

function isSelect({ type }: FakeComponent): boolean {
  return type === STRING_SELECT;
}

function faultsOfSelect({ options = [], placeholder = "" }: FakeComponent): string[] {
  const faults: string[] = [];
  const values = options.map(({ value }) => value);
  if (options.length < 1 || options.length > 25) faults.push(`a menu of ${options.length}`);
  if (new Set(values).size < values.length) faults.push("a menu's value twice");
  if (placeholder.length > 150) faults.push("a menu's placeholder");
  for (const text of options.flatMap(({ label, value }) => [label, value])) {
    if (text.length < 1 || text.length > 100) faults.push("a menu's line");
  }
  return faults;
}

/** What Discord refuses in the definitions of commands. */
export function faultsOfCommands(commands: readonly FakeCommand[]): string[] {
  return commands.flatMap((command) => {
    const isChatInput = (command.type ?? 1) === 1;
    const faults = faultsOfTexts(command, isChatInput ? CHAT_INPUT_NAME : MENU_NAME, isChatInput);
    if (!isChatInput && command.description) faults.push("a description on a menu command");
    for (const option of command.options ?? []) {
      faults.push(...faultsOfTexts(option, CHAT_INPUT_NAME, true));
      if ((option.choices?.length ?? 0) > 25) faults.push("more than 25 choices");
      if (option.choices && option.autocomplete) faults.push("choices and autocomplete");
      for (const choice of option.choices ?? []) {
        faults.push(...faultsOfTexts(choice, /^.{1,100}$/u, false));
      }
    }
    return faults;
  });
}

const CHAT_INPUT_NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u;
const MENU_NAME = /^.{1,32}$/u;
const LOCALES =
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  );

function faultsOfTexts(texts: FakeTexts, name: RegExp, isDescribed: boolean): string[] {
  const names = [texts.name, ...Object.values(texts.name_localizations ?? {})];
  const descriptions = [
    texts.description ?? "",
    ...Object.values(texts.description_localizations ?? {}),
  ];
  const locales = [texts.name_localizations, texts.description_localizations].flatMap((one) =>
    Object.keys(one ?? {}),
  );
  return [
    ...names.filter((one) => !name.test(one)).map((one) => `the name ${one}`),
    ...(isDescribed ? descriptions : [])
      .filter((one) => !/^.{1,100}$/u.test(one))
      .map((one) => `the description ${one}`),
    ...locales.filter((one) => !LOCALES.includes(one)).map((one) => `the language ${one}`),
  ];
}

interface FakeTexts {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Record<string, string>;
  readonly description_localizations?: Record<string, string>;
}

export interface FakeCommand extends FakeTexts {
  readonly type?: number;
  readonly options?: readonly (FakeTexts & {
    readonly choices?: readonly FakeTexts[];
    readonly autocomplete?: boolean;
  })[];
}

/** A form as it was shown. */
export interface FakeModal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: {
    readonly type: number;
    readonly label?: string;
    readonly description?: string;
    readonly component?: FakeComponent & { max_length?: number };
  }[];
}

const LABEL = 18;
const TEXT_INPUT = 4;

/** What Discord refuses in a form. */
export function faultsOfModal({ custom_id, title, components }: FakeModal): string[] {
  const faults: string[] = [];
  if (title.length < 1 || title.length > 45) faults.push("a form's title");
  if (custom_id.length < 1 || custom_id.length > 100) faults.push("a form's custom_id");
  if (components.length < 1 || components.length > 5) faults.push(`${components.length} fields`);
  for (const { type, label = "", description = "", component } of components) {
    if (type !== LABEL || !component) faults.push("a field that is not in a label");
    if (label.length < 1 || label.length > 45) faults.push(`the label ${label}`);
    if (description.length > 100) faults.push(`the description ${description}`);
    if (component && isSelect(component)) faults.push(...faultsOfSelect(component));
    if (component?.type === TEXT_INPUT && (component.max_length ?? 1) > 4000) {
      faults.push("a field's length");
    }
  }
  return faults;
}
