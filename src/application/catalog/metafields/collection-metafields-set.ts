import { checkDeclared } from "../../../domain/catalog/metafields/check-declared.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { editCollection } from "../collections/edit-collection.js";
import type { CollectionEdited } from "../collections/lock-collection.js";
import type { CollectionStores } from "../collections/save-collection.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { metafieldsToSet } from "./metafields-to-set.js";
import { pathInInput, withMetafields } from "./with-metafields.js";
import type { MetafieldValue } from "./typed-metafields.js";

interface CollectionMetafieldsSet extends Target {
  readonly metafields: readonly MetafieldValue[];
}

/** Sets metafields of a collection. Their types are those of their definitions. */
export const collectionMetafieldsSet = change(
  mayWriteCatalog,
  async (
    { metafields: values, ...target }: CollectionMetafieldsSet,
    work: Work<CollectionStores & Pick<CatalogStores, "metafieldDefinitions">>,
  ): Promise<CollectionEdited> => {
    const { fields, declared } = await metafieldsToSet(work.stores, values);
    return editCollection(
      work,
      target,
      (collection) => {
        const before = collection.snapshot();
        const metafields = withMetafields(before.metafields, fields);
        return withPath(
          ([part = "", ...rest]) =>
            part === "metafields" ? pathInInput(fields, metafields, rest) : [part, ...rest],
          () => {
            const hasChanged = collection.revise({ ...before, metafields }, work.now);
            checkDeclared(
              before.metafields,
              collection.snapshot().metafields,
              declared,
              "COLLECTION",
            );
            return hasChanged;
          },
        );
      },
      ["metafields"],
    );
  },
);
