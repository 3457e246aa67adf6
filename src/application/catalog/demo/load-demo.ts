import { DomainError } from "../../../domain/shared/domain-error.js";
import type { SettingStores } from "../../shared/settings.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { arrangeCollection, type ArrangeCollection } from "./arrange-collection.js";
import type { ImportNeeds, ImportStores } from "../files/import-batch.js";
import { importProducts } from "../files/import-products.js";
import {
  DEMO_SETTING,
  isStoreEmpty,
  readDemoNote,
  type DemoNote,
  type DemoNoteNeeds,
} from "./demo-note.js";
import type { ProductFile } from "../ports.js";
import { translateDemo, type DemoTranslation } from "./translate-demo.js";

export class StoreNotEmpty extends DomainError {
  readonly code = "STORE_NOT_EMPTY";

  constructor() {
    super(
      "The store holds products or collections already: the demo catalogue goes only into an empty one.",
    );
  }
}

export interface DemoCatalogue {
  readonly file: Pick<ProductFile, "entries">;
  readonly collections: readonly ArrangeCollection[];
  /** What it says in other languages. */
  readonly translations?: readonly DemoTranslation[];
}

interface Needs extends ImportNeeds, DemoNoteNeeds {
  readonly unitOfWork: UnitOfWork<ImportStores & SettingStores>;
}

/** Fills an empty store with the demo catalogue; finishes a load that was cut short. @throws StoreNotEmpty */
export const loadDemo = useCase(
  mayWriteCatalog,
  (needs: Needs) =>
    async ({ file, collections, translations = [] }: DemoCatalogue, viewer): Promise<DemoNote> => {
      const products: string[] = [];
      for await (const { sheet } of file.entries()) if (sheet) products.push(sheet.slug);
      const note: DemoNote = {
        isComplete: false,
        products,
        collections: collections.map(({ slug }) => slug),
      };

      const isCutShort = (await readDemoNote(needs))?.isComplete === false;
      if (!isCutShort && !(await isStoreEmpty(needs))) throw new StoreNotEmpty();
      await needs.unitOfWork.run(({ settings }) =>
        settings.put(DEMO_SETTING, JSON.stringify(note)),
      );

      await importProducts(needs)({ file }, viewer);
      for (const collection of collections) await arrangeCollection(needs)(collection, viewer);
      for (const translation of translations) await translateDemo(needs, translation, viewer);

      const complete = { ...note, isComplete: true };
      await needs.unitOfWork.run(({ settings }) =>
        settings.put(DEMO_SETTING, JSON.stringify(complete)),
      );
      return complete;
    },
);
