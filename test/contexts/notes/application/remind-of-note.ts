import { parseId } from "../../../../src/application/shared/ids.js";
import type { Job } from "../../../../src/application/shared/schedule.js";
import type { NoteStores } from "./ports/notes.js";

/** The kind of scheduled work that reminds of a note; its subject is the note. */
export const REMIND_OF_NOTE = "notes.remind-of-note";

export const remindOfNote: Job<NoteStores> = {
  kind: REMIND_OF_NOTE,
  run: async ({ subject }, { notes }) => {
    const id = parseId("note", subject);
    if (!id) return;
    const note = await notes.get(id);
    note.remind();
    await notes.save(note);
  },
};
