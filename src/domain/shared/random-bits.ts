/**
 * How many random bits a text has room for by its form: hexadecimal or base64. 0 for every other
 * text, and for one that repeats itself, because nobody drew it at random.
 */
export const randomBits = (text: string): number => {
  const digits = text.replace(/={1,2}$/, "");
  if (repeatsItself(digits)) return 0;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(digits)) return has(digits, 8) ? digits.length * 4 : 0;
  // Words and slugs have the letters of base64 too, but hardly ever both cases.
  const isBase64 = /^[\w+/-]+$/.test(digits) && /[a-z]/.test(digits) && /[A-Z]/.test(digits);
  return isBase64 && has(digits, 12) ? digits.length * 6 : 0;
};

/** Of 31 random hexadecimal digits fewer than 8 are different once in 20 million times. */
const has = (text: string, different: number): boolean => new Set(text).size >= different;

const LONGEST_REPETITION = 7;

const repeatsItself = (text: string): boolean => {
  const seen = new Set<string>();
  for (let at = 0; at + LONGEST_REPETITION < text.length; at += 1) {
    const piece = text.slice(at, at + LONGEST_REPETITION + 1);
    if (seen.has(piece)) return true;
    seen.add(piece);
  }
  return false;
};
