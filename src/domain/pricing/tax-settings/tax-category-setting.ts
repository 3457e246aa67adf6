import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { newState, type VersionedState } from "../../shared/versioned-aggregate.js";
import { checkedKey } from "../checked-key.js";
import type { TaxCategoryId } from "../ids.js";
import { checkOneDefault, type TaxCategory } from "../tax/tax-category.js";
import { TaxCategoryInUse, type TaxCategoryUses } from "./errors.js";
import { TaxSetting } from "./tax-setting.js";

/** The key of a category never changes, because variants and rates name it. */
export interface TaxCategoryContent extends TaxCategory {
  readonly name: string;
}

export type TaxCategorySnapshot = TaxCategoryContent & VersionedState<TaxCategoryId>;

/** What the shop taxes alike: standard goods, food, books. */
export class TaxCategorySetting extends TaxSetting<TaxCategorySnapshot> {
  protected readonly kind = "category";

  /**
   * @param others the other categories of the shop
   * @throws Refused with InvalidKey, InvalidText, TwoDefaults
   */
  static create(
    id: TaxCategoryId,
    content: TaxCategoryContent,
    others: readonly TaxCategory[],
    now: Date,
  ): TaxCategorySetting {
    return new TaxCategorySetting({
      ...checked(content, others),
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: TaxCategorySnapshot): TaxCategorySetting {
    return new TaxCategorySetting(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(
    changes: Pick<TaxCategoryContent, "name" | "isDefault">,
    others: readonly TaxCategory[],
    now: Date,
  ): boolean {
    const { name, isDefault } = changes;
    return this.update(checked({ key: this.state.key, name, isDefault }, others), now);
  }

  /**
   * Records the deletion.
   * @param rates how many it has
   * @param uses what else names it
   * @throws TaxCategoryInUse
   */
  delete(rates: number, uses: readonly TaxCategoryUses[]): void {
    if (rates > 0 || uses.length > 0) throw new TaxCategoryInUse(this.state.key, rates, uses);
    this.deleted();
  }
}

const checked = (
  { key, name: raw, isDefault }: TaxCategoryContent,
  others: readonly TaxCategory[],
): TaxCategoryContent => {
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(raw, { what: "The name of a tax category", min: 1, max: 255 }),
      "name",
    ) ?? raw;
  problems.collect(() =>
    checkOneDefault([...others.filter((other) => other.key !== key), { key, isDefault }]),
  );
  problems.throwIfAny();
  return { key, name, isDefault };
};
