/**
 * A text of at most `longest` UTF-16 units, with an ellipsis when it was longer. Built anew from
 * its characters, because a slice would keep the whole text in memory.
 */
export const truncated = (text: string, longest: number): string =>
  text.length > longest ? `${Array.from(text.slice(0, longest)).join("")}…` : text;
