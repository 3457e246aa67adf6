import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { OpenToAll } from "../schema/operation.js";
import type { ErrorCode } from "./codes/error-code.js";
import { ErrorCodeEnum } from "./error-code-enum.js";
import { ERROR_CODES, type ErrorCodeName } from "./error-codes.js";

@ObjectType("ErrorCodeInfo", {
  simpleResolvers: true,
  description: "Explains an error code.",
})
class ErrorCodeInfo {
  @Field(() => ErrorCodeEnum, { description: "The code." })
  readonly code!: ErrorCodeName;

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

@Resolver()
export class ErrorCodesResolver {
  @OpenToAll()
  @Query(() => [ErrorCodeInfo], { description: "All error codes of this API." })
  errorCodes(): ErrorCodeInfo[] {
    return Object.entries<ErrorCode>(ERROR_CODES).map(
      ([code, { meaning, retryable, advice, userError = null }]) => ({
        code: code as ErrorCodeName,
        meaning,
        retryable,
        advice,
        userError,
      }),
    );
  }
}
