import type { RequestRefused } from "./request-refused.js";

/** A request from its headers until its answer has left. */
export class Visit {
  state: "arriving" | "waiting" | "running" | "done" = "arriving";
  /** Whether it does as much as many others, so that few of its kind are worked on at once. */
  isHeavy = false;
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
  readonly waiting: Visit[] = [];
  readonly waitingHeavy: Visit[] = [];

  /** @param servedAt when one of its requests was last worked on, in milliseconds */
  constructor(
    readonly key: string,
    public servedAt: number,
  ) {}

  get isWaiting(): boolean {
    return this.waiting.length > 0 || this.waitingHeavy.length > 0;
  }

  lineOf({ isHeavy }: Visit): Visit[] {
    return isHeavy ? this.waitingHeavy : this.waiting;
  }

  remove(visit: Visit): void {
    const line = this.lineOf(visit);
    const index = line.indexOf(visit);
    if (index >= 0) line.splice(index, 1);
  }
}
