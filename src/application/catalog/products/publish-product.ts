import { checkAsked } from "../../../domain/catalog/publication.js";
import { placedNow } from "../../../domain/shared/domain-error.js";
import type { Warning } from "../../shared/warning.js";
import { onMany, onOne, type ProductDeed } from "./product-deed.js";
import type { TakenProduct } from "./take-products.js";

export interface PublishProduct {
  /** Left out: now, and of what is shown already since when it is. */
  readonly from?: Date | null | undefined;
  /** Left out: as it is, without end where that is over. Null: without end. */
  readonly until?: Date | null | undefined;
}

const publish: ProductDeed<PublishProduct> = {
  // The window stands in the command without a name of its own.
  check: (asked, now) =>
    placedNow(
      (path) => path.slice(1),
      () => checkAsked(asked, now),
    ),
  act: (taken, { from, until }, now) => {
    taken.product.publish({ from, until }, now);
    return shortcomings(taken);
  },
};

/** Has the shop show a product in a window. */
export const publishProduct = onOne(publish);
/** Has the shop show many products in one window. */
export const publishProducts = onMany(publish);

const shortcomings = ({ before: { variants }, prices }: TakenProduct): readonly Warning[] => {
  if (variants.length === 0)
    return [
      {
        code: "PUBLISHED_WITHOUT_VARIANTS",
        message: "The product has no variants, so nobody can buy it.",
        path: ["id"],
      },
    ];
  const unpriced = variants.filter(({ id }) => !prices.has(id)).length;
  return unpriced === 0
    ? []
    : [
        {
          code: "PUBLISHED_WITHOUT_PRICE",
          message: `${unpriced} of ${variants.length} variants have no price, so nobody can buy them.`,
          path: ["id"],
        },
      ];
};
