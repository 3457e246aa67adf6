import { priceListOf } from "../../../src/application/shared/shopping-context.js";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import { sortOf, type ProductSort } from "../../../src/application/catalog/ports/product-list.js";
import type { CollectionOrder } from "../../../src/domain/catalog/collections/collection-content.js";
import type { Order } from "../page-of.js";
import type { Row } from "./product-row.js";

export const productOrder = (
  { key, reverse }: ProductSort,
  { shoppingContext }: Audience,
): Order<Row> => {
  const keys = {
    TITLE: foldedTitle,
    PRICE: priceRank,
    CREATED: createdAt,
    UPDATED: updatedAt,
    MANUAL: createdAt,
  } as const;
  return {
    name:
      key === "MANUAL"
        ? "created"
        : key === "PRICE" && priceListOf(shoppingContext)
          ? `price in ${priceListOf(shoppingContext)}`
          : key.toLowerCase(),
    key: keys[key],
    id: ({ product }) => product.id,
    reverse,
  };
};

/** The order of a collection; null for the manual one. */
export const sortedAs = (order: CollectionOrder, audience: Audience): Order<Row> | null => {
  const sort = sortOf(order);
  return sort.key === "MANUAL" ? null : productOrder(sort, audience);
};

const foldedTitle = ({ listing }: Row): string => listing.foldedTitle;

export const createdAt = ({ listing }: Row): string => listing.createdAt.toISOString();

export const updatedAt = ({ listing }: Row): string => listing.updatedAt.toISOString();

// Products without a price come last.
const priceRank = ({ listing }: Row): number =>
  listing.priceRange?.min.minorUnits ?? Number.MAX_SAFE_INTEGER;
