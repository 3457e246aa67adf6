import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { CollectionView } from "../../../src/application/catalog/ports/collection-view.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import { collectionTranslationViews } from "../../../src/domain/catalog/collections/collection-translation-views.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { sees } from "./product-row.js";

/** The collections that the audience sees, in the language of the catalogue. */
export const collectionViews = (
  database: InMemoryDatabase,
  audience: Audience,
): readonly CollectionView[] =>
  [...database.rows<CollectionSnapshot>("collection").values()]
    .filter((collection) => sees(audience, { ...collection, status: "ACTIVE" }))
    .map(({ announced: _, ...collection }) => ({
      ...collection,
      translations: collectionTranslationViews(collection),
      kind: collection.rules ? "AUTOMATED" : "MANUAL",
      evaluating: database.rows("collection_evaluation").has(collection.id),
    }));
