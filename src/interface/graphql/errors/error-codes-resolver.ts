import { type ClassType, Field, ObjectType, Query, Resolver } from "type-graphql";
import { Cost } from "../schema/cost.js";
import { AnswerFor } from "../schema/answer-for.js";
import { OpenToAll } from "../schema/operation.js";
import type { ErrorCodes } from "./codes/error-code.js";
import { errorCodeEnum } from "./error-code-enum.js";

@ObjectType("ErrorCodeInfo", {
  simpleResolvers: true,
  description: "Explains an error code.",
})
class ErrorCodeInfo {
  @Field(() => errorCodeEnum.type, { description: "The code." })
  readonly code!: string;

  @Field(() => String, { description: "What happened." })
  readonly meaning!: string;

  @Field(() => Boolean, {
    description: "Whether the same request may succeed when it is sent again.",
  })
  readonly retryable!: boolean;

  @Field(() => String, { description: "What a user interface should do." })
  readonly advice!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The `userErrors` type that carries this code. Null for codes that occur only in `errors`.",
  })
  readonly userError!: string | null;
}

/** The query that explains the error codes. */
export const errorCodesResolver = (codes: ErrorCodes): ClassType => {
  @Resolver()
  class ErrorCodesResolver {
    @AnswerFor("everybody")
    @OpenToAll()
    @Cost({ items: 100 })
    @Query(() => [ErrorCodeInfo], { description: "All error codes of this API." })
    errorCodes(): ErrorCodeInfo[] {
      return Object.entries(codes).map(
        ([code, { meaning, retryable, advice, userError = null }]) => ({
          code,
          meaning,
          retryable,
          advice,
          userError,
        }),
      );
    }
  }
  return ErrorCodesResolver;
};
