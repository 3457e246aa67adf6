const MOST_NAMED = 5;

/** Line numbers as a text: the first few, and how many more there are. */
export const linesText = (lines: readonly number[], except?: number): string => {
  const named = lines
    .slice(0, MOST_NAMED + 1)
    .filter((line) => line !== except)
    .slice(0, MOST_NAMED);
  const rest = lines.length - named.length - (except === undefined ? 0 : 1);
  return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};
