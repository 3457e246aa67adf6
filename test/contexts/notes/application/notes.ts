import type { Clock } from "../../../../src/application/shared/clock.js";
import type { BackgroundWork, Context } from "../../../../src/application/shared/context.js";
import type { IdempotencyStores } from "../../../../src/application/shared/idempotency-keys.js";
import type { Ids } from "../../../../src/application/shared/ids.js";
import type { ScheduleStores } from "../../../../src/application/shared/schedule.js";
import type { UnitOfWork } from "../../../../src/application/shared/unit-of-work.js";
import { wired, type Wired } from "../../../../src/application/shared/wired.js";
import { NOTES_PREFIXES } from "../domain/ids.js";
import { noteCreate } from "./note-create.js";
import type { NoteReads, NoteStores } from "./ports/notes.js";
import { NOTES_PERMISSIONS } from "./ports/permissions.js";
import { NOTES_WARNINGS } from "./ports/warnings.js";
import { pinNotes } from "./pin-notes.js";
import type { NoticeBoard } from "./ports/notice-board.js";
import { readNotes } from "./read-notes.js";
import { remindOfNote } from "./remind-of-note.js";
import { welcomeNote } from "./welcome-note.js";

interface NotesNeeds {
  readonly noteReads: NoteReads;
  readonly noticeBoard: NoticeBoard;
  readonly unitOfWork: UnitOfWork<NoteStores & ScheduleStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const NOTES = { list: readNotes, noteCreate };

export type Notes = Wired<typeof NOTES>;

export const notesContext = {
  name: "notes",
  idPrefixes: NOTES_PREFIXES,
  permissions: NOTES_PERMISSIONS,
  warnings: NOTES_WARNINGS,
  operations: NOTES,
  open: (needs: NotesNeeds): Notes => wired(NOTES, needs),
  background: (): Partial<BackgroundWork<NoteStores>> => ({
    subscribers: [welcomeNote],
    jobs: [remindOfNote],
  }),
  outside: (needs: NotesNeeds) => [pinNotes(needs)],
} as const satisfies Context;
