import { AsyncLocalStorage } from "node:async_hooks";
import type { StatementCounter } from "../../../application/shared/statement-counter.js";

/**
 * Counts the statements of each request. Node follows every promise of the process meanwhile, which
 * makes answers slower, so that only development counts.
 */
class StatementCount implements StatementCounter {
  readonly #storage = new AsyncLocalStorage<{ statements: number }>();
  #open = 0;

  /** Notes that a statement is sent. */
  note(): void {
    if (this.#open === 0) return;
    const counted = this.#storage.getStore();
    if (counted) counted.statements += 1;
  }

  async counting<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly statements: number }> {
    const counted = { statements: 0 };
    this.#open += 1;
    try {
      const result = await this.#storage.run(counted, work);
      return { result, statements: counted.statements };
    } finally {
      this.#open -= 1;
      if (this.#open === 0) this.#storage.disable();
    }
  }
}

export const statementCount = new StatementCount();
