import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { Field } from "type-graphql";
import { combined } from "../../schema/combined.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** The languages whose translations are removed. */
export const LocalesField = (description: string): PropertyDecorator =>
  combined(
    Field(() => [String], { description }),
    ArrayMinSize(1),
    ArrayMaxSize(INPUT_LIMITS.locales),
    MaxLength(INPUT_LIMITS.localeTag, { each: true }),
  );
