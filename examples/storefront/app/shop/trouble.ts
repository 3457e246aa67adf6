/** Why a page cannot be shown; what a loader throws and the error page reads. */
export interface Trouble {
  readonly kind: "shop";
  readonly reason: "market" | "busy" | "down" | "broken";
  readonly status: number;
  readonly code: string;
  /** For the shop's log. Null when there was no answer. */
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
}

export const isTrouble = (thrown: unknown): thrown is Trouble =>
  typeof thrown === "object" && thrown !== null && "kind" in thrown && thrown.kind === "shop";
