import { errorsOf, Refused, type DomainError } from "./domain-error.js";

/** Collects the errors of several rules, to throw them together. */
export class Problems {
  readonly #errors: DomainError[] = [];

  /**
   * Runs a rule on the part at a path and keeps its domain errors. Anything else that it throws
   * passes through.
   * @returns undefined when the rule failed
   */
  collect<T>(rule: () => T, ...path: readonly string[]): T | undefined {
    try {
      return rule();
    } catch (error) {
      const errors = errorsOf(error);
      if (errors.length === 0) throw error;
      this.#errors.push(...errors.map((one) => one.prefixPath(path)));
      return undefined;
    }
  }

  add(error: DomainError): void {
    this.#errors.push(error);
  }

  /** What was collected so far. */
  get errors(): readonly DomainError[] {
    return this.#errors;
  }

  /** @throws Refused with the collected errors, if there are any */
  throwIfAny(): void {
    const [first, ...rest] = this.#errors;
    if (first) throw new Refused([first, ...rest]);
  }
}
