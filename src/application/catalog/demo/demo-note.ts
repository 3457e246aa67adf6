import type { SettingStores } from "../../shared/settings.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { CatalogReads } from "../ports.js";

/** What of the store is demo. Written before the first product is in, so that a load that was cut short can be finished or undone. */
export interface DemoNote {
  readonly isComplete: boolean;
  /** Slugs; empty once the demo has been removed. */
  readonly products: readonly string[];
  readonly collections: readonly string[];
}

export const DEMO_SETTING = "catalog.demo";

export interface DemoNoteNeeds {
  readonly unitOfWork: UnitOfWork<SettingStores>;
  readonly catalogReads: Pick<CatalogReads, "countProducts" | "countCollections">;
}

/** Null where no demo was ever loaded. */
export const readDemoNote = async ({
  unitOfWork,
}: Pick<DemoNoteNeeds, "unitOfWork">): Promise<DemoNote | null> => {
  const stored = await unitOfWork.run(({ settings }) => settings.get(DEMO_SETTING));
  return stored === null ? null : (JSON.parse(stored) as DemoNote);
};

export const isStoreEmpty = async ({ catalogReads }: DemoNoteNeeds): Promise<boolean> => {
  const everything = { sees: "everything" } as const;
  return (
    (await catalogReads.countProducts({}, everything)) === 0 &&
    (await catalogReads.countCollections(everything)) === 0
  );
};
