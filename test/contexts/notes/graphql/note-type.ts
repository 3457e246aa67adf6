import { Field, Int, ObjectType } from "type-graphql";
import type { GraphqlContext } from "../../../../src/interface/graphql/execution/graphql-context.js";
import { Node } from "../../../../src/interface/graphql/schema/node.js";
import type { Notes } from "../application/notes.js";
import type { NoteId } from "../domain/ids.js";
import type { NoteSnapshot } from "../domain/note.js";

/** The context of a request, with the operations of this context. */
export type NotesRequest = GraphqlContext<{ readonly notes: Notes }>;

@ObjectType("Note", { implements: Node, simpleResolvers: true, description: "A note." })
export class NoteType extends Node {
  @Field(() => String, { description: "The title. Unique." })
  readonly title!: string;

  @Field(() => Boolean, { description: "Whether the shop has welcomed it." })
  readonly isWelcomed!: boolean;

  @Field(() => Int, { description: "How often a reminder of it was sent." })
  readonly reminders!: number;
}

/** One note, together with all others that are requested in the same tick. */
export const loadNote = (
  { app, batch, viewer }: NotesRequest,
  id: NoteId,
): Promise<NoteSnapshot | null> =>
  batch.load<NoteId, NoteSnapshot>(
    ["note"],
    id,
    async (ids) => new Map((await app.notes.list.byId(ids, viewer)).map((note) => [note.id, note])),
  );
