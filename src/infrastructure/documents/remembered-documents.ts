import { LRUCache } from "lru-cache";
import type { Clock } from "../../application/shared/clock.js";
import type { TrustedDocumentReads } from "../../application/documents/ports/trusted-documents.js";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import { OTHER_LIMITS } from "../../application/shared/other-limits.js";

/** How long a process may answer a document that another one has retired. */
const KNOWN_MS = 60_000;
/** How long a process may miss a document that another one has published. */
const UNKNOWN_MS = 2_000;
const UNKNOWN_IDS = 10_000;
/** About the memory of an entry besides its text, in characters. */
const OVERHEAD = 400;

interface Remembered {
  readonly text: string | null;
  readonly until: number;
}

/**
 * Remembers the texts of trusted documents, within fixed memory, and for a short time which ids
 * there are none for. Requests for the same id wait for one statement.
 */
export const rememberedDocuments = (
  reads: TrustedDocumentReads,
  { clock, counters }: { readonly clock: Clock; readonly counters: LimitCounters },
): TrustedDocumentReads => {
  const known = new LRUCache<string, Remembered>({
    maxSize: OTHER_LIMITS.trustedDocumentsMib.fallback * 1024 * 1024,
    sizeCalculation: ({ text }) => 2 * (text ?? "").length + OVERHEAD,
    dispose: (_text, _key, reason) => {
      if (reason === "evict") counters.reached("trustedDocumentsMib");
    },
  });
  const unknown = new LRUCache<string, Remembered>({ max: UNKNOWN_IDS });
  const running = new Map<string, Promise<string | null>>();

  return {
    ...reads,
    text: (api, id) => {
      const key = `${api} ${id}`;
      const now = clock.now().getTime();
      const kept = known.get(key) ?? unknown.get(key);
      if (kept && now < kept.until) return Promise.resolve(kept.text);
      const waiting = running.get(key);
      if (waiting) return waiting;
      const reading = reads
        .text(api, id)
        .then((text) => {
          known.delete(key);
          unknown.delete(key);
          if (text === null) unknown.set(key, { text, until: now + UNKNOWN_MS });
          else known.set(key, { text, until: now + KNOWN_MS });
          return text;
        })
        .finally(() => running.delete(key));
      running.set(key, reading);
      return reading;
    },
  };
};
