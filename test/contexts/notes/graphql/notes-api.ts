import type { ContextApi } from "../../../../src/interface/graphql/nodes/context-api.js";
import { notesContext } from "../application/notes.js";
import { noteMutations, NotePayloadResolver } from "./note-mutations.js";
import { NoteQueries } from "./note-queries.js";
import { loadNote, type NotesRequest } from "./note-type.js";

export const notesApi = {
  context: notesContext,
  admin: [NoteQueries, noteMutations, NotePayloadResolver],
  nodes: {
    note: {
      typeName: "Note",
      operations: { admin: "notes.list.byId" },
      find: (id, _requested, context) => loadNote(context as unknown as NotesRequest, id),
    },
  },
  errorCodes: {
    NOTE_TITLE_TAKEN: {
      meaning: "Another note has the title.",
      retryable: false,
      advice: "Ask for another title.",
      userError: "TakenError",
    },
    NOTE_NOT_FOUND: {
      meaning: "The note does not exist.",
      retryable: false,
      advice: "Reload the notes.",
      userError: "NotFoundError",
    },
  },
} as const satisfies ContextApi<"note">;
