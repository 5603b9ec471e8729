/**
 * The candidates that a misspelt word most likely stands for, best first.
 *
 * @param limit How many to give at most.
 */
export function nearest(word: string, candidates: readonly string[], limit = 3): readonly string[] {
  const sought = word.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: distanceOf(sought, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.ceil(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Whether a word most likely stands for one of the candidates: of a short word, one character may differ. */
export function isMisspelt(word: string, candidates: readonly string[]): boolean {
  const [near] = nearest(word, candidates, 1);
  return near !== undefined && (word.length > 4 || distanceOf(word.toLowerCase(), near.toLowerCase()) < 2);
}

/** How many characters must be put in, taken out, changed or swapped with the next to make one word of the other. */
function distanceOf(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(above[column - 1]! + (same ? 0 : 1), above[column]! + 1, current[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, before[column - 2]! + 1);
      current.push(best);
    }
    before = above;
    above = current;
  }
  return above[to.length]!;
}
