import { hash } from "node:crypto";

/** The key of the address of an image, 43 characters: addresses are too long to be a key. */
export const urlKey = (url: string): string => hash("sha256", url, "base64url");

export const isUrlKey = (text: string): boolean => /^[\w-]{43}$/.test(text);
