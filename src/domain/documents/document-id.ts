import { InvalidDocument } from "./errors.js";

/**
 * The id of a trusted document, such as `sha256:7dba…`, in the one form in which it is stored.
 * Clients send hashes with or without the name of their function.
 * @throws InvalidDocument
 */
export const documentId = (given: string): string => {
  if (!DOCUMENT_ID.test(given))
    throw new InvalidDocument(
      given.slice(0, MOST_CHARACTERS),
      `its id is not made of 1 to ${MOST_CHARACTERS} letters, digits and the signs - . _ ~ :`,
    );
  const [, name] = HEXADECIMAL.test(given)
    ? (HASHES.find(([length]) => length === given.length) ?? [])
    : [];
  return name === undefined ? given : `${name}:${given}`;
};

/** Which hash of the document an id says it is; null for an id of the client's own making. */
export const claimedHash = (id: string): ClaimedHash | null => {
  const [, name, hex = ""] = /^(md5|sha1|sha256):([0-9a-f]+)$/.exec(id) ?? [];
  const hash = HASHES.find(([length, one]) => one === name && length === hex.length);
  return hash ? { name: hash[1], hex } : null;
};

interface ClaimedHash {
  readonly name: "md5" | "sha1" | "sha256";
  readonly hex: string;
}

const MOST_CHARACTERS = 128;
/** The signs that the draft of persisted documents allows. */
const DOCUMENT_ID = /^[A-Za-z0-9._~:-]{1,128}$/;
const HEXADECIMAL = /^[0-9a-f]+$/;

/** Hashes by their length in hexadecimal: those of Relay, of graphql-codegen, and of all others. */
const HASHES = [
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
] as const;
