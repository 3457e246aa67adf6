import { LRUCache } from "lru-cache";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { OTHER_LIMITS } from "../../../application/shared/other-limits.js";

/** Shorter documents are parsed, validated and compiled in a few milliseconds. */
const SHORT = 1_500;
/** An operation is compiled when it is sent for the second time. */
const USES = 2;

/**
 * Knows which documents have been used so often that they cost no more than their execution. Others
 * are parsed, validated and compiled, which nothing can interrupt.
 */
export class KnownDocuments {
  readonly #uses: LRUCache<string, number>;

  constructor(counters: LimitCounters = noLimitCounters) {
    this.#uses = new LRUCache<string, number>({
      maxSize: OTHER_LIMITS.knownDocumentsMib.fallback * 1024 * 1024,
      maxEntrySize: 64 * 1024,
      sizeCalculation: (_, document) => document.length,
      dispose: (_uses, _document, reason) => {
        if (reason === "evict") counters.reached("knownDocumentsMib");
      },
    });
  }

  /** @returns the length of a long document that is new, otherwise 0 */
  newLength(document: unknown): number {
    if (typeof document !== "string" || document.length < SHORT) return 0;
    const uses = this.#uses.get(document) ?? 0;
    if (uses >= USES) return 0;
    this.#uses.set(document, uses + 1);
    return document.length;
  }
}
