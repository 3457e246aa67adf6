import { Field, ObjectType } from "type-graphql";
import type { WarningCode } from "../../../application/shared/warning.js";
import { openEnum } from "../schema/open-enum.js";

export const warningCodeEnum = openEnum("WarningCode", "Codes of warnings.");

@ObjectType("Warning", {
  simpleResolvers: true,
  description: "A note about a change that was made.",
})
export class WarningType {
  @Field(() => warningCodeEnum.type, { description: "The warning code." })
  readonly code!: WarningCode;

  @Field(() => String, { description: "The note, for people, in English." })
  readonly message!: string;

  @Field(() => [String], {
    description:
      'Path of the argument: `["input", "changes", "slug"]`. In a cart the path of its part: `["lines", "0"]`.',
  })
  readonly path!: readonly string[];
}
