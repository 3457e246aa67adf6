import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Knows which code runs inside a unit of work. Node follows every promise of the process while it
 * does, which makes an answer to a query a tenth slower, so it is switched off when no unit of work
 * is open.
 */
class UnitOfWorkScope {
  readonly #storage = new AsyncLocalStorage<true>();
  #open = 0;

  /** Whether the running code is inside a unit of work that is open. */
  get isInside(): boolean {
    return this.#open > 0 && this.#storage.getStore() === true;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#open += 1;
    try {
      return await this.#storage.run(true, work);
    } finally {
      this.#open -= 1;
      if (this.#open === 0) this.#storage.disable();
    }
  }
}

export const unitOfWorkScope = new UnitOfWorkScope();
