import type { NoteId } from "../../domain/ids.js";
import type { Note, NoteSnapshot } from "../../domain/note.js";

export interface Notes {
  /** Locks the note. @throws NoteNotFound */
  get(id: NoteId): Promise<Note>;
  /** @throws NoteTitleTaken, StaleVersion */
  save(note: Note): Promise<void>;
}

export interface NoteStores {
  readonly notes: Notes;
}

export interface NoteReads {
  /** In the order of their titles. */
  all(): Promise<readonly NoteSnapshot[]>;
  byId(ids: readonly NoteId[]): Promise<readonly NoteSnapshot[]>;
}
