const MOST_NAMED = 5;

/** Lines of a file for a person: the first few, and how many there are besides. */
export const linesText = (lines: readonly number[], except?: number): string => {
  const named = lines
    .slice(0, MOST_NAMED + 1)
    .filter((line) => line !== except)
    .slice(0, MOST_NAMED);
  const rest = lines.length - named.length - (except === undefined ? 0 : 1);
  return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};
