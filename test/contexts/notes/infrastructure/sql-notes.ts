import type { Clock } from "../../../../src/application/shared/clock.js";
import { changeOf } from "../../../../src/infrastructure/shared/database/aggregate-change.js";
import { isDuplicate } from "../../../../src/infrastructure/shared/database/driver-error.js";
import {
  forUpdate,
  type SqlSession,
} from "../../../../src/infrastructure/shared/database/sql-session.js";
import {
  saveRow,
  versioned,
} from "../../../../src/infrastructure/shared/database/versioned-row.js";
import { appendToOutbox } from "../../../../src/infrastructure/shared/worker/append-to-outbox.js";
import type { Notes } from "../application/ports/notes.js";
import { NoteNotFound, NoteTitleTaken } from "../domain/errors.js";
import type { NoteId } from "../domain/ids.js";
import { Note } from "../domain/note.js";
import { NOTE_TABLE } from "./note-table.js";

export class SqlNotes implements Notes {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: NoteId): Promise<Note> {
    const [row] = await this.session.query(
      `SELECT ${NOTE_TABLE.selection} FROM note WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new NoteNotFound(id);
    return Note.restore(NOTE_TABLE.toRecord(row));
  }

  async save(note: Note): Promise<void> {
    const change = changeOf(note);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      const row = versioned(snapshot, NOTE_TABLE.toRow(snapshot));
      await saveRow(this.session, "note", row, replaces);
    } catch (error) {
      if (isDuplicate(error, "note", "title")) throw new NoteTitleTaken(snapshot.title);
      throw error;
    }
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: snapshot.id, events }]);
  }
}
