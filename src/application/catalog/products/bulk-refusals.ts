import { errorsOf, Problems, type DomainError } from "../../../domain/shared/domain-error.js";
import { refusalsOf, type Refusal } from "../../shared/refusal.js";

/** What speaks against the items of a bulk change that are decided on together. */
export class BulkRefusals {
  readonly #errors: { readonly index: number; readonly error: DomainError }[] = [];
  readonly #refusals = new Map<number, Refusal[]>();

  /** With places as seen from the item. */
  of(index: number): readonly Refusal[] {
    return this.#refusals.get(index) ?? [];
  }

  /** Runs what concerns one item alone; its refusal is kept. */
  attempt(index: number, part: () => void): void {
    try {
      part();
    } catch (error) {
      for (const one of errorsOf(error)) one.within(["items", String(index)]);
      this.blame(error, [index]);
    }
  }

  /**
   * Finds out which of the items an error of all of them speaks of: `items.3.changes.sku`. One that names none of them speaks of all.
   * @returns the items that are to blame
   */
  blame(thrown: unknown, candidates: readonly number[]): ReadonlySet<number> {
    const errors = errorsOf(thrown);
    if (errors.length === 0) throw thrown;
    const blamed = new Set<number>();
    for (const error of errors) {
      const [list, index, ...place] = error.path;
      const named = list === "items" && candidates.includes(Number(index));
      if (!named) error.moved(() => ["items"]);
      this.#errors.push({ index: named ? Number(index) : (candidates[0] ?? 0), error });
      const refusals = (refusalsOf(error) ?? []).map((refusal) => ({
        ...refusal,
        path: named ? place : [],
      }));
      for (const one of named ? [Number(index)] : candidates) {
        this.#refusals.set(one, [...this.of(one), ...refusals]);
        blamed.add(one);
      }
    }
    return blamed;
  }

  /** @throws Refused */
  throwIfAny(): void {
    const problems = new Problems();
    for (const { error } of this.#errors.toSorted((a, b) => a.index - b.index)) problems.add(error);
    problems.throwIfAny();
  }
}
