import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field } from "type-graphql";
import { combined } from "../../schema/combined.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** The tags to add or to remove. */
export const TagsField = (): PropertyDecorator =>
  combined(
    Field(() => [String], {
      description: "The tags, at most 250, compared without regard to case and accents.",
    }),
    ArrayMaxSize(INPUT_LIMITS.entries),
    MaxLength(INPUT_LIMITS.name, { each: true }),
  );
