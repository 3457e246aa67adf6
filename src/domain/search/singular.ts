/**
 * A word without the plural ending of English, French or Spanish: `glasses` → `glass`, `berries` →
 * `berry`. Mistakes are harmless, because the words of products and of searches are changed in the
 * same way.
 */
export const singular = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
};
