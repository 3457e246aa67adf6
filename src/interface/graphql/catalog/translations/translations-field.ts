import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { type ClassType, Field } from "type-graphql";
import { combined } from "../../schema/combined.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** Translations that are written, language by language. */
export const TranslationsField = (type: () => ClassType, description: string): PropertyDecorator =>
  combined(
    Field(() => [type()], { description }),
    ArrayMinSize(1),
    ArrayMaxSize(INPUT_LIMITS.locales),
    ValidateNested({ each: true }),
  );
