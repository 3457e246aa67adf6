import type { SettingStores } from "../shared/settings.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteCatalog } from "../shared/viewer.js";
import { deleteProducts } from "./delete-products.js";
import type { ImportStores } from "./import-batch.js";
import { DEMO_SETTING, type DemoNote } from "./load-demo.js";

interface Needs {
  readonly unitOfWork: UnitOfWork<ImportStores & SettingStores>;
}

/** Takes out what the demo catalogue brought in; everything else stays. @returns how much was there */
export const removeDemo = useCase(
  mayWriteCatalog,
  (needs: Needs) =>
    async (_: Record<never, never>, viewer): Promise<{ readonly products: number; readonly collections: number }> => {
      const stored = await needs.unitOfWork.run(({ settings }) => settings.get(DEMO_SETTING));
      if (stored === null) return { products: 0, collections: 0 };
      const note = JSON.parse(stored) as DemoNote;
      const products = await deleteProducts(needs)({ products: note.products }, viewer);
      const collections = await needs.unitOfWork.run(async (stores) => {
        const doomed = [...(await stores.collections.bySlug(note.collections)).values()];
        for (const collection of doomed) {
          collection.delete();
          await stores.collections.remove(collection);
        }
        await stores.settings.remove(DEMO_SETTING);
        return doomed.length;
      });
      return { products, collections };
    },
);
