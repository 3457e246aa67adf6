import { MaxLength } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Ctx, Field, InputType, ObjectType, Resolver, Root } from "type-graphql";
import { DryRunInput } from "../../../../src/interface/graphql/mutation/dry-run-input.js";
import { mutationsOf } from "../../../../src/interface/graphql/mutation/mutations.js";
import { Payload } from "../../../../src/interface/graphql/mutation/payload.js";
import type { MutationResult } from "../../../../src/interface/graphql/mutation/run-mutation.js";
import { FieldResolver } from "../../../../src/interface/graphql/schema/field-resolver.js";
import type { NoteCreated } from "../application/note-create.js";
import type { Notes } from "../application/notes.js";
import type { NoteSnapshot } from "../domain/note.js";
import { loadNote, type NotesRequest, NoteType } from "./note-type.js";

export const noteMutations = mutationsOf<Notes>("notes", {
  noteCreate: {
    input: () => NoteCreateInput,
    payload: () => NotePayload,
    description: "Creates a note.",
    about: "The note.",
  },
});

@InputType({ description: "Creates a note." })
class NoteCreateInput extends DryRunInput {
  @Field(() => String, { description: "The title, 1 to 100 characters. Unique." })
  @MaxLength(1000)
  readonly title!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When to remind of it." })
  readonly remindAt?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of a change to a note." })
class NotePayload extends Payload {
  @Field(() => NoteType, {
    nullable: true,
    description: "The note after the change. Null when the change was refused.",
  })
  readonly note!: NoteSnapshot | null;
}

@Resolver(() => NotePayload)
export class NotePayloadResolver {
  @FieldResolver()
  note(
    @Root() { result }: MutationResult<NoteCreated>,
    @Ctx() context: NotesRequest,
  ): Promise<NoteSnapshot | null> | null {
    return result && loadNote(context, result.noteId);
  }
}
