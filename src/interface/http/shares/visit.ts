import type { RequestRefused } from "./request-refused.js";

/**
 * How much a request does: `cheap` is one whose document has cost few points before, `heavy` one
 * that does as much as many others, and `usual` everything else, also what nobody knows yet.
 */
export type Weight = "cheap" | "usual" | "heavy";

/** A request from its headers until its answer has left. */
export class Visit {
  state: "arriving" | "waiting" | "running" | "done" = "arriving";
  weight: Weight = "usual";
  /** Whether it has been worked on, and holds a parsed body. */
  hasBegun = false;
  /** Since when it waits, in milliseconds. */
  since = 0;
  /** Called when it may begin, or is refused. */
  settle: ((refusal: RequestRefused | null) => void) | null = null;

  constructor(readonly client: ClientVisits) {}
}

/** The requests of one client that have not been answered. */
export class ClientVisits {
  entered = 0;
  /** Those that have begun. */
  begun = 0;
  /** What the client has used lately. */
  points = 0;
  readonly waiting: Readonly<Record<Weight, Visit[]>> = { cheap: [], usual: [], heavy: [] };

  /** @param servedAt when one of its requests was last worked on, in milliseconds */
  constructor(
    readonly key: string,
    public servedAt: number,
  ) {}

  get isWaiting(): boolean {
    const { cheap, usual, heavy } = this.waiting;
    return cheap.length + usual.length + heavy.length > 0;
  }

  get allWaiting(): readonly Visit[] {
    const { cheap, usual, heavy } = this.waiting;
    return [...cheap, ...usual, ...heavy];
  }

  remove(visit: Visit): void {
    const line = this.waiting[visit.weight];
    const index = line.indexOf(visit);
    if (index >= 0) line.splice(index, 1);
  }
}
