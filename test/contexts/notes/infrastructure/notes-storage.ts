import type { ReadSource } from "../../../../src/infrastructure/shared/database/read-source.js";
import { placeholders } from "../../../../src/infrastructure/shared/database/sql-session.js";
import type {
  ReadNeeds,
  Storage,
  StoreMakers,
} from "../../../../src/infrastructure/shared/storage/storage.js";
import type { NoteReads, NoteStores } from "../application/ports/notes.js";
import { CreateNote1764000150000 } from "./create-note.js";
import { NOTE_TABLE } from "./note-table.js";
import { SqlNotes } from "./sql-notes.js";

const stores: StoreMakers<NoteStores> = {
  notes: (session, clock) => new SqlNotes(session, clock),
};

const noteReads = (source: ReadSource): NoteReads => ({
  all: async () =>
    (await source.query(`SELECT ${NOTE_TABLE.selection} FROM note ORDER BY title`)).map((row) =>
      NOTE_TABLE.toRecord(row),
    ),
  byId: async (ids) =>
    (
      await source.query(
        `SELECT ${NOTE_TABLE.selection} FROM note WHERE id IN (${placeholders(ids)})`,
        ids,
      )
    ).map((row) => NOTE_TABLE.toRecord(row)),
});

export const notesStorage = {
  name: "notes",
  migrations: [CreateNote1764000150000],
  stores,
  reads: ({ source }: ReadNeeds) => ({ noteReads: noteReads(source) }),
} as const satisfies Storage;
