import { Field, InterfaceType } from "type-graphql";
import { errorCodeEnum } from "./error-code-enum.js";

@InterfaceType({
  autoRegisterImplementations: false,
  description: "Why a mutation was refused, for display in a form. Nothing was changed.",
})
export abstract class UserError {
  @Field(() => errorCodeEnum.type, { simple: true, description: "The error code." })
  readonly code!: string;

  @Field(() => String, {
    simple: true,
    description: "What is wrong and what to do, for people, in English.",
  })
  readonly message!: string;

  @Field(() => [String], {
    simple: true,
    description:
      'Path of the argument: `["input", "changes", "slug"]`. `["input"]` when no single field is the cause.',
  })
  readonly path!: readonly string[];
}
