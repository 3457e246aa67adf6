import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  checkPublicationRequest,
  type PublicationRequest,
} from "../../../domain/catalog/publication.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import type { Warning } from "../../shared/warning.js";
import type { LockedProduct } from "../product-edit/lock-products.js";
import type { ProductAction } from "./product-action.js";
import { catalogWarning } from "../ports/warnings.js";

/** Publishes a product for a period. */
export const publishProduct: ProductAction<PublicationRequest> = {
  // The period has no name of its own in the command.
  check: (request, now) =>
    withPath(
      (path) => path.slice(1),
      () => checkPublicationRequest(request, now),
    ),
  apply: (locked, { from, until }, now) => {
    locked.product.publish({ from, until }, now);
    return [];
  },
  warnUnpriced: (locked, priced) => warningsOf(locked, priced),
};

const warningsOf = (
  { before: { variants } }: LockedProduct,
  priced: ReadonlySet<VariantId>,
): readonly Warning[] => {
  if (variants.length === 0)
    return [
      catalogWarning(
        "PUBLISHED_WITHOUT_VARIANTS",
        "The product has no variants, so nobody can buy it.",
        ["id"],
      ),
    ];
  const unpriced = variants.filter(({ id }) => !priced.has(id)).length;
  return unpriced === 0
    ? []
    : [
        catalogWarning(
          "PUBLISHED_WITHOUT_PRICE",
          `${unpriced} of ${variants.length} variants have no price, so nobody can buy them.`,
          ["id"],
        ),
      ];
};
