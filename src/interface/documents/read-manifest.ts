import { createHash } from "node:crypto";
import { claimedHash, documentId } from "../../domain/documents/document-id.js";
import {
  DocumentIdTaken,
  InvalidDocument,
  UnusableManifest,
} from "../../domain/documents/errors.js";
import { DomainError, Refused } from "../../domain/shared/domain-error.js";

/** Bytes of a manifest: a build of a thousand long documents has two million. */
export const MAX_MANIFEST_BYTES = 16 * 1_024 * 1_024;
/** Documents of a manifest. */
export const MAX_MANIFEST_DOCUMENTS = 5_000;
/** Characters of a document; the limits of documents allow fewer tokens than that holds. */
const MAX_CHARACTERS = 100_000;

/** A document of a manifest, with its id in the stored form. */
export interface ManifestDocument {
  readonly id: string;
  readonly text: string;
}

/**
 * Reads what the tools of clients write: an object of texts by id (graphql-codegen's client-preset,
 * gql.tada, Relay), or the list of Apollo's generate-persisted-query-manifest.
 * @throws UnusableManifest
 * @throws Refused with every document that is not what its id says
 */
export const readManifest = (content: string): readonly ManifestDocument[] => {
  const entries = entriesOf(parsed(content));
  if (entries.length === 0) throw new UnusableManifest("it has no documents");
  if (entries.length > MAX_MANIFEST_DOCUMENTS)
    throw new UnusableManifest(
      `it has ${entries.length} documents; at most ${MAX_MANIFEST_DOCUMENTS} are published at once`,
    );
  const errors: DomainError[] = [];
  const texts = new Map<string, string>();
  for (const [given, text] of entries) {
    try {
      const id = checkedId(given, text);
      if ((texts.get(id) ?? text) !== text) throw new DocumentIdTaken(id);
      texts.set(id, text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  if (first) throw new Refused([first, ...others]);
  return [...texts].map(([id, text]) => ({ id, text }));
};

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    throw new UnusableManifest("it is not JSON");
  }
};

const APOLLO = "apollo-persisted-query-manifest";

const entriesOf = (manifest: unknown): readonly (readonly [id: string, text: string])[] => {
  if (!isObject(manifest)) throw new UnusableManifest("it is not an object of documents by id");
  if (!("format" in manifest)) return Object.entries(manifest).map(entry);
  const { format, version, operations } = manifest;
  if (format !== APOLLO || version !== 1 || !Array.isArray(operations))
    throw new UnusableManifest(`its format is not "${APOLLO}" of version 1 with its operations`);
  return operations.map((one: unknown, index) => {
    if (!isObject(one) || typeof one["id"] !== "string")
      throw new UnusableManifest(`the operation ${index} has no id`);
    return entry([one["id"], one["body"]]);
  });
};

const entry = ([id, text]: readonly [string, unknown]): readonly [string, string] => {
  if (typeof text !== "string") throw new UnusableManifest(`the document ${id} is not a text`);
  return [id, text];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws DomainError */
const checkedId = (given: string, text: string): string => {
  const id = documentId(given);
  if (text.length > MAX_CHARACTERS)
    throw new InvalidDocument(
      id,
      `it has ${text.length} characters, and at most ${MAX_CHARACTERS} are allowed`,
    );
  const hash = claimedHash(id);
  if (hash && createHash(hash.name).update(text).digest("hex") !== hash.hex)
    throw new InvalidDocument(id, `its id is not the ${hash.name} of its text`);
  return id;
};
