import { createHash } from "node:crypto";

/** What the address of an image is found by: addresses are too long to be a key. 43 characters. */
export const urlKey = (url: string): string => createHash("sha256").update(url).digest("base64url");

export const isUrlKey = (text: string): boolean => /^[\w-]{43}$/.test(text);
