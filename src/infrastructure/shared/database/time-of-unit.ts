import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";
import type { OpenSession } from "./open-session.js";
import type { SqlSession } from "./sql-session.js";

/** When a unit of work is over, and who counts that. */
export interface EndOfUnit {
  readonly endsAt: number;
  readonly over: () => void;
}

/** The time of one unit of work. After it no statement is begun, and the running one is given up. */
export class TimeOfUnit {
  /** What the stores use: it is closed when the time is over, whatever the work goes on with. */
  readonly session: SqlSession;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #over: Promise<never>;
  #isOver = false;

  constructor(
    opened: OpenSession,
    private readonly end: EndOfUnit,
  ) {
    const { endsAt } = end;
    let fail: (reason: Error) => void = () => undefined;
    this.#over = new Promise((_, reject) => (fail = reject));
    this.#over.catch(() => undefined);
    if (endsAt !== Infinity)
      this.#timer = setTimeout(() => {
        const reason = this.#outOfTime();
        opened.giveUp(reason);
        fail(reason);
      }, endsAt - performance.now());
    this.session = {
      dialect: opened.dialect,
      query: async (...statement) => {
        this.ensure();
        return opened.query(...statement);
      },
      change: async (...statement) => {
        this.ensure();
        return opened.change(...statement);
      },
    };
  }

  within<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#over]);
  }

  /** @throws StoreUnavailable when the time is over */
  ensure(): void {
    if (this.#isOver || performance.now() > this.end.endsAt) throw this.#outOfTime();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #outOfTime(): StoreUnavailable {
    if (!this.#isOver) this.end.over();
    this.#isOver = true;
    return new StoreUnavailable("A change took longer than its time, and was rolled back.");
  }
}
