import { Ctx, Query, Resolver } from "type-graphql";
import { AnswerFor } from "../../../../src/interface/graphql/schema/answer-for.js";
import { Operation } from "../../../../src/interface/graphql/schema/operation.js";
import type { NoteSnapshot } from "../domain/note.js";
import { type NotesRequest, NoteType } from "./note-type.js";

@Resolver()
export class NoteQueries {
  @AnswerFor("everybody")
  @Operation("notes.list.all")
  @Query(() => [NoteType], { description: "All notes, in the order of their titles." })
  notes(@Ctx() { app, viewer }: NotesRequest): Promise<readonly NoteSnapshot[]> {
    return app.notes.list.all({}, viewer);
  }
}
