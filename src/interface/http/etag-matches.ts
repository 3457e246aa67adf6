/**
 * Whether a client has an answer already, by its header If-None-Match: a list of tags, or `*`. Strong
 * and weak tags are the same here (RFC 9110, 13.1.2).
 */
export const etagMatches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((one) => one.trim() === "*" || opaque(one.trim()) === opaque(etag));

const opaque = (tag: string): string => tag.replace(/^W\//, "");
