import { LRUCache } from "lru-cache";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { OTHER_LIMITS } from "../../../application/shared/other-limits.js";
import type { Weight } from "./visit.js";

/** Shorter documents are parsed, validated and compiled in a few milliseconds. */
const SHORT = 1_500;
/** An operation is compiled when it is sent for the second time. */
const USES = 2;
/** A page of a few products without their variants costs less; it is answered in a millisecond. */
const CHEAP_POINTS = 50;
/** How much less a document seems to cost each time it has cost less. */
const FORGETS = 1 / 8;

interface Known {
  uses: number;
  /** What it costs, at most or lately; null until it is known. */
  points: number | null;
}

/**
 * Knows which documents have been used so often that they cost no more than their execution, and
 * how many points that is. Others are parsed, validated and compiled, which nothing can interrupt.
 */
export class KnownDocuments {
  readonly #known: LRUCache<string, Known>;

  constructor(counters: LimitCounters = noLimitCounters) {
    this.#known = new LRUCache<string, Known>({
      maxSize: OTHER_LIMITS.knownDocumentsMib.fallback * 1024 * 1024,
      maxEntrySize: 64 * 1024,
      sizeCalculation: (_, document) => document.length + OVERHEAD,
      dispose: (_known, _document, reason) => {
        if (reason === "evict") counters.reached("knownDocumentsMib");
      },
    });
  }

  /** How much a request with the document does, before it is looked at. */
  weightOf(document: unknown): Weight {
    const points = typeof document === "string" ? this.#known.get(document)?.points : null;
    return points != null && points <= CHEAP_POINTS ? "cheap" : "usual";
  }

  /** Counts a use. @returns the length of a long document that is new, otherwise 0 */
  newLength(document: unknown): number {
    if (typeof document !== "string") return 0;
    const known = this.#known.get(document) ?? { uses: 0, points: null };
    if (known.uses >= USES) return 0;
    known.uses += 1;
    this.#known.set(document, known);
    return document.length < SHORT ? 0 : document.length;
  }

  /**
   * The same document may cost more with other variables. What it has cost once is forgotten by and
   * by, so that nobody makes the document of others dear.
   */
  learn(document: unknown, points: number): void {
    const known = typeof document === "string" ? this.#known.get(document) : undefined;
    if (known)
      known.points =
        known.points === null || points >= known.points
          ? points
          : known.points - Math.ceil((known.points - points) * FORGETS);
  }
}

/** About the memory of an entry besides its text, in characters. */
const OVERHEAD = 200;
