/** The part of the `edtf` package that we use; it ships no types. */
declare module "edtf" {
  /** @throws {Error} if `text` is not EDTF */
  export default function edtf(text: string): {
    readonly type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** First and last millisecond (UTC) covered; infinite where an interval is open. */
    readonly min: number;
    readonly max: number;
  };
}
