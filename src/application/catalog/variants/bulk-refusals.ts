import { errorsOf, type DomainError } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import { refusalsOf, type Refusal } from "../../shared/refusal.js";

/** The refusals of the items of a bulk change that are decided together. */
export class BulkRefusals {
  readonly #errors: { readonly index: number; readonly error: DomainError }[] = [];
  readonly #refusals = new Map<number, Refusal[]>();

  /** The refusals of an item, with paths relative to the item. */
  of(index: number): readonly Refusal[] {
    return this.#refusals.get(index) ?? [];
  }

  /** Runs a rule on one item and keeps its refusal. */
  collect(index: number, rule: () => void): void {
    try {
      rule();
    } catch (error) {
      for (const one of errorsOf(error)) one.prefixPath(["items", String(index)]);
      this.assign(error, [index]);
    }
  }

  /**
   * Assigns errors to the items that their paths name: `items.3.changes.sku`. An error that names
   * no item is assigned to all candidates.
   * @returns the items with a refusal
   */
  assign(thrown: unknown, candidates: readonly number[]): ReadonlySet<number> {
    const errors = errorsOf(thrown);
    if (errors.length === 0) throw thrown;
    const refused = new Set<number>();
    for (const error of errors) {
      const [list, index, ...path] = error.path;
      const namesItem = list === "items" && candidates.includes(Number(index));
      if (!namesItem) error.mapPath(() => ["items"]);
      this.#errors.push({ index: namesItem ? Number(index) : (candidates[0] ?? 0), error });
      const refusals = (refusalsOf(error) ?? []).map((refusal) => ({
        ...refusal,
        path: namesItem ? path : [],
      }));
      for (const one of namesItem ? [Number(index)] : candidates) {
        this.#refusals.set(one, [...this.of(one), ...refusals]);
        refused.add(one);
      }
    }
    return refused;
  }

  /** @throws Refused */
  throwIfAny(): void {
    const problems = new Problems();
    for (const { error } of this.#errors.toSorted((a, b) => a.index - b.index)) problems.add(error);
    problems.throwIfAny();
  }
}
