/** A string, a word or number, white space, or one other character. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w$#]+|\s+|[^\s]/g;

/** A deliberate breakage of one file. */
export interface Mutant {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

const isWord = (token: string): boolean => /^[\w$#]/.test(token);

const gap = (before: string | undefined, token: string): string => {
  if (before === undefined) return "";
  if (isWord(before) && isWord(token)) return "\\s+";
  return /^[)\]}]$/.test(token) ? "\\s*,?\\s*" : "\\s*";
};

/**
 * Matches a piece of code however it is laid out: white space between tokens does not count, nor
 * does a comma before a closing bracket. White space inside strings counts.
 */
export const pattern = (code: string): RegExp => {
  const tokens = (code.match(TOKEN) ?? []).filter((token) => !/^\s/.test(token));
  const parts = tokens.map((token, index) => gap(tokens[index - 1], token) + escaped(token));
  return new RegExp(parts.join(""), "g");
};

/** The source with the mutant's code replaced. @throws Error where it is not found exactly once */
export const mutate = (source: string, { file, find, replace }: Mutant): string => {
  const [match, ...others] = source.matchAll(pattern(find));
  if (!match) throw new Error(`${file} does not contain: ${find}`);
  if (others.length > 0) throw new Error(`${file} contains ${others.length + 1} times: ${find}`);
  return source.slice(0, match.index) + replace + source.slice(match.index + match[0].length);
};
