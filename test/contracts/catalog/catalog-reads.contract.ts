import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type { PricesAndStock } from "../../../src/application/catalog/ports/prices-and-stock.js";
import type { PageRequest } from "../../../src/application/shared/page.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { fillShop, type ShopContent, type ShopStores } from "../../builders/fill-shop.js";
import { CATALOG_CONTENT } from "./catalog-content.js";
import { collectionProductsContract } from "./collection-products.contract.js";
import { collectionsContract } from "./collections.contract.js";
import { metafieldDefinitions } from "./metafield-definitions.contract.js";
import { productFilters } from "./product-filters.contract.js";
import { productLists } from "./product-lists.contract.js";
import { productParts } from "./product-parts.contract.js";
import { translations } from "./translations.contract.js";
import { slugRedirects } from "./slug-redirects.contract.js";
import { NO_FIELDS, SHOPPER, walkBackwards, walkForwards } from "./page-walks.js";

export interface ReadsSubject {
  readonly reads: CatalogReads;
  readonly pricesAndStock: PricesAndStock;
  readonly unitOfWork: UnitOfWork<ShopStores>;
  readonly close?: () => Promise<void>;
}

/**
 * What every implementation of the catalogue's read ports must do. Run over the fake, SQLite and
 * MySQL.
 */
export const catalogReadsContract = (name: string, open: () => Promise<ReadsSubject>): void => {
  const filledWith = (shelf: ShopContent): (() => ReadsSubject) => {
    let subject: ReadsSubject | undefined;
    beforeAll(async () => {
      subject = await open();
      await fillShop(subject.unitOfWork, shelf);
    });
    afterAll(async () => subject?.close?.());
    return () => {
      if (!subject) throw new Error("The shelf is not filled yet.");
      return subject;
    };
  };

  describe(`catalogue reads: ${name}`, () => {
    const subject = filledWith(CATALOG_CONTENT);
    productLists(subject);
    productFilters(subject);
    productParts(subject);
    collectionsContract(subject);
  });

  describe(`catalogue reads: ${name}`, () => {
    slugRedirects(open);
  });

  describe(`catalogue reads: ${name}`, () => {
    translations(open);
  });

  describe(`catalogue reads: ${name}`, () => {
    metafieldDefinitions(open);
    collectionProductsContract(open);
  });

  describe(`a long catalogue: ${name}`, () => {
    const MANY = 230;
    const subject = filledWith({
      products: Array.from({ length: MANY }, (_, n) => ({
        number: n + 1,
        content: { title: `Mug ${n % 7}` },
        pricesAndStock: [{ price: `${(n % 5) + 1}.00` }],
      })),
    });

    for (const key of ["TITLE", "PRICE", "CREATED", "UPDATED"] as const)
      test(`is shown whole and without repetition by ${key}, however deep the page and however many are equal`, async () => {
        const ask = (page: PageRequest) =>
          subject().reads.products(
            { filter: {}, sort: { key, reverse: false }, page },
            SHOPPER,
            NO_FIELDS,
          );
        const [forwards, backwards] = [await walkForwards(ask, 17), await walkBackwards(ask, 100)];

        expect(new Set(forwards).size).toBe(MANY);
        expect(forwards).toHaveLength(MANY);
        expect(backwards).toEqual(forwards);
      });
  });
};
