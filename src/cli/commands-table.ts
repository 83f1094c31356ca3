import {
  ASK_COMMAND,
  GLOBAL_SHORTCUT,
  INSIGHT_COMMAND,
  MESSAGE_COMMAND,
  SETTINGS_COMMAND,
} from "../chat/commands.js";
import { STRINGS } from "../chat/strings.js";

/** The declared commands as a Markdown table for people; README.md has it. */
export function commandsTable(): string {
  const { name, options } = ASK_COMMAND;
  const rows: readonly (readonly [string, string, string])[] = [
    [`\`/${name} question\``, `\`/${name} your question\``, options.question.description],
    ["`party`", "`party:france`", options.party.description],
    ["`length`", `\`length:${options.length.choices.join("\\|")}\``, options.length.description],
    ["`private`", "only you see it, unless you add `share`", options.private.description],
    [`\`/${name}\``, `\`/${name}\``, "What can be asked; on Slack a form"],
    ["a mention, a direct message", "a mention, a direct message", "The same, in words"],
    [
      `${STRINGS.askButton} under \`/${name}\``,
      `Shortcuts > ${GLOBAL_SHORTCUT.name}`,
      GLOBAL_SHORTCUT.description,
    ],
    [
      `Apps > ${MESSAGE_COMMAND.name}`,
      `More > ${MESSAGE_COMMAND.name}`,
      MESSAGE_COMMAND.description,
    ],
    ...[SETTINGS_COMMAND, INSIGHT_COMMAND].map(
      (command) => [`\`/${command.name}\``, `\`/${command.name}\``, command.description] as const,
    ),
  ];
  return [
    "| on Discord | on Slack | what it is |",
    "| --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}
