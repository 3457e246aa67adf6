import { GraphQLDateTime } from "graphql-scalars";
import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  SOURCE_STATUSES,
  type MediaSource,
  type SourceProblem,
  type SourceStatus,
} from "../../../../application/catalog/media/media-ports.js";
import { enumOf } from "../../enum-of.js";
import { connectionOf } from "../../connection.js";
import { MOST_ENTRIES } from "../../input-limits.js";
import { TrialInput } from "../../mutation-inputs.js";
import { Payload } from "../../payload.js";
import { MediaProblems } from "../media-type.js";

const LONGEST_URL = 2_048;

export const SourceStatuses = enumOf(SOURCE_STATUSES);
registerEnumType(SourceStatuses, {
  name: "MediaSourceStatus",
  description: "How far the fetching of an image from elsewhere has come.",
  valuesConfig: {
    PENDING: { description: "It is about to be fetched, or tried again." },
    READY: { description: "It lies in the shop's own storage." },
    FAILED: { description: "It could not be fetched; it is not tried again unless you ask." },
  },
});

@ObjectType("MediaSource", {
  simpleResolvers: true,
  description:
    "An address elsewhere whose image is fetched into the shop's own storage, once for all that show it.",
})
export class MediaSourceType implements Omit<MediaSource, "id" | "file"> {
  @Field(() => String, { description: "The address." })
  readonly url!: string;

  @Field(() => SourceStatuses, { description: "How far its fetching has come." })
  readonly status!: SourceStatus;

  @Field(() => MediaProblems, {
    nullable: true,
    description: "Why the last attempt failed. Null when there was none, or it is there.",
  })
  readonly problem!: SourceProblem | null;

  @Field(() => Int, { description: "How often it was tried." })
  readonly attempts!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it is tried next. Null when it is not, or at once.",
  })
  readonly dueAt!: Date | null;
}

export const { Connection: MediaSourceConnection } = connectionOf(
  "MediaSource",
  "images from elsewhere",
  () => MediaSourceType,
);

@InputType({ description: "Which images from elsewhere to fetch again." })
export class MediaFetchInput extends TrialInput {
  @Field(() => [String], {
    nullable: true,
    description: "Their addresses, 1 to 250. Left out: all that failed.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_URL, { each: true })
  readonly urls?: readonly string[] | null;
}

@ObjectType({ simpleResolvers: true, description: "How many images are fetched again." })
export class MediaFetchPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description:
      "How many addresses will be tried, with all their attempts. Null when the request was refused.",
  })
  readonly count!: number | null;
}
