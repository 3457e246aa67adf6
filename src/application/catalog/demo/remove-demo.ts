import type { Clock } from "../../shared/clock.js";
import type { SettingStores } from "../../shared/settings.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { deleteProducts } from "./delete-products.js";
import { DEMO_SETTING, readDemoNote, type DemoNote } from "./demo-note.js";
import { replaceCollections } from "../collections/put-into-collection.js";
import type { ImportStores } from "../files/import-batch.js";

interface Needs {
  readonly unitOfWork: UnitOfWork<ImportStores & SettingStores>;
  readonly clock: Clock;
}

/** Takes out what the demo catalogue brought in; everything else stays. @returns how much was there */
export const removeDemo = useCase(
  mayWriteCatalog,
  (needs: Needs) =>
    async (
      _: Record<never, never>,
      viewer,
    ): Promise<{ readonly products: number; readonly collections: number }> => {
      const note = await readDemoNote(needs);
      if (note === null) return { products: 0, collections: 0 };
      const products = await deleteProducts(needs)({ products: note.products }, viewer);
      const collections = await needs.unitOfWork.run(async (stores) => {
        await stores.collectionTree.lock();
        const doomed = [...(await stores.collections.bySlug(note.collections)).values()];
        await replaceCollections(stores, doomed, needs.clock.now());
        const removed: DemoNote = { isComplete: true, products: [], collections: [] };
        await stores.settings.put(DEMO_SETTING, JSON.stringify(removed));
        return doomed.length;
      });
      return { products, collections };
    },
);
