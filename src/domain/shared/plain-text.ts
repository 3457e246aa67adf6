const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

const WITHIN_A_LINE = /^<\/?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u)(?:\s|\/|>)/i;

/**
 * The text of a piece of HTML, in one line without tags. Not a sanitiser: the result must be shown
 * as text.
 */
export const plainText = (html: string): string =>
  withoutHidden(html)
    // `[^<>]` stops at the next tag, so that a single "<" does not scan the whole text again.
    .replaceAll(/<[^<>]*>/g, (tag) => (WITHIN_A_LINE.test(tag) ? "" : " "))
    .replaceAll(
      /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi,
      (whole, name: string) => entity(name) ?? whole,
    )
    .replaceAll(/\s+/g, " ")
    .trim();

const entity = (name: string): string | undefined => {
  if (!name.startsWith("#")) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : undefined;
};

const HIDDEN = /<(?<what>script|style)\b|<!--/gi;

/** The HTML without what browsers do not show: scripts, styles and comments. */
const withoutHidden = (html: string): string => {
  const lower = html.toLowerCase();
  let [kept, from] = ["", 0];
  for (const found of html.matchAll(HIDDEN)) {
    if (found.index < from) continue;
    const what = found.groups?.["what"]?.toLowerCase();
    const closing = what ? `</${what}` : "-->";
    const end = lower.indexOf(closing, found.index);
    kept += `${html.slice(from, found.index)} `;
    if (end === -1) return kept;
    from = end + (what ? 0 : closing.length);
  }
  return kept + html.slice(from);
};
