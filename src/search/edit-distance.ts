/** Rows of the table of distances, kept since a question has thousands of words compared, one pair at a time. */
const ROWS: readonly [number[], number[], number[]] = [[], [], []];

/**
 * How many single-letter slips lie between two words: insert, delete, substitute, or swap of neighbours
 * (optimal string alignment).
 *
 * @param most - what lies further is only told to do so, by any number above it; that is quicker
 * @example editDistance("litvinof", "litvinov"); // 1
 * @example editDistance("conferecne", "conference"); // 1
 */
export function editDistance(a: string, b: string, most = Math.max(a.length, b.length)): number {
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most) return beyond;
  let [beforeLast, last, current] = ROWS;
  for (let column = 0; column <= b.length; column++) last[column] = column;
  let lastLeast = 0;
  for (let row = 1; row <= a.length; row++) {
    // Only cells near the diagonal can hold `most` or less; the ones beside them are read, so they are set.
    const from = Math.max(1, row - most);
    const to = Math.min(b.length, row + most);
    const letter = a.charCodeAt(row - 1);
    const letterBefore = a.charCodeAt(row - 2);
    let least = from === 1 ? row : beyond;
    current[from - 1] = least;
    for (let column = from; column <= to; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (letter === other ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2);
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (to < b.length) current[to + 1] = beyond;
    // A swap reaches back two rows: only where both are beyond, all that follow are.
    if (least > most && lastLeast > most) return beyond;
    lastLeast = least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
