/** How long what clients send may be; the rules of the shop look at the rest. */
export const LONGEST_ID = 64;
export const LONGEST_NAME = 255;
export const LONGEST_SLUG = 200;
export const LONGEST_HTML = 500_000;
export const MOST_ENTRIES = 250;
