/** A URL, or null when the text is none; `URL.parse` does the same from Node 22 on. */
export const parseUrl = (raw: string): URL | null => (URL.canParse(raw) ? new URL(raw) : null);
