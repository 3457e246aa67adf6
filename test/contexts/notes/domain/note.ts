import { Aggregate } from "../../../../src/domain/shared/aggregate.js";
import { text } from "../../../../src/domain/shared/text.js";
import type { NoteId } from "./ids.js";

export interface NoteEvent {
  readonly type: "notes.note-created" | "notes.note-welcomed" | "notes.note-recalled";
  readonly noteId: NoteId;
  readonly version: number;
}

export interface NoteSnapshot {
  readonly id: NoteId;
  readonly title: string;
  readonly isWelcomed: boolean;
  /** How often a reminder of it was sent. */
  readonly reminders: number;
  readonly version: number;
}

export class Note extends Aggregate<NoteEvent> {
  private constructor(private state: NoteSnapshot) {
    super();
  }

  /** @throws InvalidText */
  static create(id: NoteId, rawTitle: string): Note {
    const title = text(rawTitle, { what: "title", max: 100, min: 1 });
    const note = new Note({ id, title, isWelcomed: false, reminders: 0, version: 1 });
    note.record({ type: "notes.note-created", noteId: id, version: 1 });
    return note;
  }

  static restore(snapshot: NoteSnapshot): Note {
    return new Note(snapshot);
  }

  snapshot(): NoteSnapshot {
    return this.state;
  }

  welcome(): void {
    this.change("notes.note-welcomed", { isWelcomed: true });
  }

  remind(): void {
    this.change("notes.note-recalled", { reminders: this.state.reminders + 1 });
  }

  private change(type: NoteEvent["type"], changes: Partial<NoteSnapshot>): void {
    const version = this.state.version + 1;
    this.state = { ...this.state, ...changes, version };
    this.record({ type, noteId: this.state.id, version });
  }
}
