import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { isStoreEmpty, readDemoNote, type DemoNoteNeeds } from "./demo-note.js";

/** Whether a start should load the demo by itself: into a new store, or to finish a load that was cut short, but not after it was removed. */
export const isDemoDue = useCase(
  mayWriteCatalog,
  (needs: DemoNoteNeeds) =>
    async (_: Record<never, never>): Promise<boolean> => {
      const note = await readDemoNote(needs);
      return note === null ? isStoreEmpty(needs) : !note.isComplete;
    },
);
