import type { Subscriber } from "../../../../src/application/shared/events.js";
import { parseId } from "../../../../src/application/shared/ids.js";
import type { NoteStores } from "./ports/notes.js";

export const welcomeNote: Subscriber<NoteStores> = {
  name: "notes.welcome-note",
  types: ["notes.note-created"],
  handle: async ({ aggregateId }, { notes }) => {
    const id = parseId("note", aggregateId);
    if (!id) return;
    const note = await notes.get(id);
    note.welcome();
    await notes.save(note);
  },
};
