import {
  flag,
  number,
  text,
  word,
  type Columns,
} from "../../../../src/infrastructure/shared/database/columns.js";
import { tableOf } from "../../../../src/infrastructure/shared/database/table-of.js";
import type { NoteSnapshot } from "../domain/note.js";

const NOTE_COLUMNS: Columns<NoteSnapshot> = {
  id: word("id"),
  title: text("title"),
  isWelcomed: flag("is_welcomed"),
  reminders: number("reminders"),
  version: number("version"),
};

export const NOTE_TABLE = tableOf(NOTE_COLUMNS);
