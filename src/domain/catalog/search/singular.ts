/** A word without the ending that makes many of one in English, French or Spanish: `glasses` → `glass`, `berries` → `berry`. Wrong now and then, and wrong alike on both sides. */
export const singular = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
};
