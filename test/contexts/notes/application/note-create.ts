import { change, type Work } from "../../../../src/application/shared/change.js";
import type { Ids } from "../../../../src/application/shared/ids.js";
import type { ScheduleStores } from "../../../../src/application/shared/schedule.js";
import type { Warning } from "../../../../src/application/shared/warning.js";
import type { NoteId } from "../domain/ids.js";
import { Note } from "../domain/note.js";
import type { NoteStores } from "./ports/notes.js";
import { mayWriteNotes } from "./ports/permissions.js";
import { noteWarning } from "./ports/warnings.js";
import { REMIND_OF_NOTE } from "./remind-of-note.js";

interface NoteCreate {
  readonly title: string;
  readonly remindAt?: Date | null;
}

/** Plain JSON. */
export interface NoteCreated {
  readonly noteId: NoteId;
  readonly warnings: readonly Warning[];
}

export const noteCreate = change(
  mayWriteNotes,
  async (
    { title, remindAt }: NoteCreate,
    { stores: { notes, schedule } }: Work<NoteStores & ScheduleStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<NoteCreated> => {
    const noteId = ids.next("note");
    await notes.save(Note.create(noteId, title));
    if (remindAt)
      await schedule.plan([
        {
          id: ids.next("work"),
          kind: REMIND_OF_NOTE,
          subject: noteId,
          dueAt: remindAt,
          facts: {},
        },
      ]);
    return {
      noteId,
      warnings: remindAt
        ? []
        : [noteWarning("NOTE_WITHOUT_REMINDER", "Nobody is reminded of the note.", ["remindAt"])],
    };
  },
);
