import { useCase } from "../../../../src/application/shared/use-case.js";
import type { NoteId } from "../domain/ids.js";
import type { NoteReads } from "./ports/notes.js";
import { mayReadNotes } from "./ports/permissions.js";

interface Needs {
  readonly noteReads: NoteReads;
}

export const readNotes = {
  all: useCase(
    mayReadNotes,
    ({ noteReads }: Needs) =>
      (_: object) =>
        noteReads.all(),
  ),
  byId: useCase(
    mayReadNotes,
    ({ noteReads }: Needs) =>
      (ids: readonly NoteId[]) =>
        noteReads.byId(ids),
  ),
};
