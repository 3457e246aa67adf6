import { GraphQLDateTime } from "graphql-scalars";
import { Field } from "type-graphql";

/** From when on the shop shows something. */
const From = (): PropertyDecorator =>
  Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Start, with time zone: `2026-11-27T08:00:00+01:00`. Omitted: now; what is already published stays published.",
  });

/** Until when the shop shows something. */
const Until = (): PropertyDecorator =>
  Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "End, exclusive. Omitted: unchanged, or none when the current end has passed. Null: no end.",
  });

/** The fields of the inputs that publish something. */
export const PublicationFields = { From, Until } as const;
