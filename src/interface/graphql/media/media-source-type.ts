import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type {
  MediaSource,
  SourceProblem,
  SourceStatus,
} from "../../../application/media/ports/media-sources.js";
import { connectionOf } from "../paging/connection-of.js";
import { MediaSourceStatuses } from "./media-source-statuses.js";
import { MediaProblems } from "./media-type.js";

@ObjectType("MediaSource", {
  simpleResolvers: true,
  description:
    "The URL of an external image that is copied into the shop's own storage, once for all its uses.",
})
export class MediaSourceType implements Omit<MediaSource, "id" | "file"> {
  @Field(() => String, { description: "The URL." })
  readonly url!: string;

  @Field(() => MediaSourceStatuses, { description: "State of fetching the image." })
  readonly status!: SourceStatus;

  @Field(() => MediaProblems, {
    nullable: true,
    description:
      "Why the last attempt failed. Null when there was none, and when the image is stored.",
  })
  readonly problem!: SourceProblem | null;

  @Field(() => Int, { description: "Number of attempts so far." })
  readonly attempts!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Time of the next attempt. Null when none is planned, or it is due now.",
  })
  readonly dueAt!: Date | null;
}

export const { Connection: MediaSourceConnection } = connectionOf(
  "MediaSource",
  "external images",
  () => MediaSourceType,
);
