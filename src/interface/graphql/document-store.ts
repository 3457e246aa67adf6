import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

const MOST_BYTES = 32 * 1024 * 1024;
/** The longest document within the limits that is not stuffed with comments weighs less. */
export const LARGEST_DOCUMENT = 1024 * 1024;
const BYTES_PER_TOKEN = 400;

/**
 * How much memory a document holds on to, in bytes, rather too much than too little. Comments are tokens that no limit counts and that
 * stay as long as the document does: 250 KB of them are 8 MB.
 */
export const weightOf = ({ loc }: DocumentNode): number => {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return tokens * BYTES_PER_TOKEN + 2 * (loc?.source.body.length ?? 0);
};

/** Documents that have been read and found valid, as many as a fixed amount of memory takes: Apollo's own store counts only their JSON. */
export const documentStore = () => {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST_DOCUMENT,
    sizeCalculation: weightOf,
  });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => documents.delete(key),
  };
};
