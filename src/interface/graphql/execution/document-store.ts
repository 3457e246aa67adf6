import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { LIMITS } from "../../../application/shared/limits.js";

/**
 * Parsed and validated documents within a fixed amount of memory; Apollo's own store counts only
 * their JSON.
 */
export const documentStore = (
  maxMib: number = LIMITS.cachedDocumentsMib.fallback,
  counters: LimitCounters = noLimitCounters,
) => {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: maxMib * 1024 * 1024,
    dispose: (_document, _key, reason) => {
      if (reason === "evict") counters.reached("cachedDocumentsMib");
    },
    maxEntrySize: MAX_DOCUMENT_BYTES,
    sizeCalculation: memoryOf,
  });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => documents.delete(key),
  };
};

/** The longest document within the limits has less, unless it consists of comments. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;
const BYTES_PER_TOKEN = 400;

/**
 * An upper estimate of the memory of a document, in bytes. Comments are tokens that no limit counts
 * and that stay in memory with the document: 250 KB of them are 8 MB.
 */
export const memoryOf = ({ loc }: DocumentNode): number => {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return tokens * BYTES_PER_TOKEN + 2 * (loc?.source.body.length ?? 0);
};
