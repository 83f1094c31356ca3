export type Environment = Readonly<Record<string, string | undefined>>;

/** An http or https address; undefined where there is none. What is wrong with it is added to the problems. */
export function readAddress(
  name: string,
  value: string | undefined,
  problems: string[],
): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    problems.push(
      `${name} is "${value}", which is no http or https address. Unset it for the default.`,
    );
  }
  return value;
}
