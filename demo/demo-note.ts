import type { SettingStores } from "../src/application/shared/settings.js";
import type { UnitOfWork } from "../src/application/shared/unit-of-work.js";

/** What the demo has put into the store. */
interface DemoNote {
  readonly isComplete: boolean;
  /** Slugs; empty once the demo has been removed. */
  readonly products: readonly string[];
  readonly collections: readonly string[];
}

const SETTING = "catalog.demo";

/** The note that stays in the store about the demo. */
export const demoNote = (unitOfWork: UnitOfWork<SettingStores>) => ({
  /** Null where no demo was ever loaded. */
  read: async (): Promise<DemoNote | null> => {
    const stored = await unitOfWork.run(({ settings }) => settings.get(SETTING));
    return stored === null ? null : (JSON.parse(stored) as DemoNote);
  },
  write: (note: DemoNote): Promise<void> =>
    unitOfWork.run(({ settings }) => settings.set(SETTING, JSON.stringify(note))),
});
