import { describe } from "vitest";
import type { Store } from "../../../src/infrastructure/store.js";
import { automatedCollections } from "./automated-collections.js";
import { collectionTree } from "./collection-tree.contract.js";
import { fewAutomatedProducts } from "./few-automated-products.contract.js";
import { repricedCollections } from "./repriced-collections.contract.js";
import { manyAutomatedProducts } from "./many-automated-products.contract.js";

/**
 * Automated collections, the tree of collections and their announcements, with workers, on either
 * database.
 */
export const automatedCollectionsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`automated collections: ${name}`, () => {
    const subject = automatedCollections(open, end);
    fewAutomatedProducts(subject);
    repricedCollections(subject);
    manyAutomatedProducts(subject);
    collectionTree(subject);
  });
};
