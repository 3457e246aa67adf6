import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { ERROR_CODES, type ErrorCode, type ErrorCodeName } from "./error-codes.js";
import { OpenToAll } from "./operation.js";
import { ErrorCodes } from "./user-errors.js";

@ObjectType("ErrorCodeInfo", {
  simpleResolvers: true,
  description: "What a code of an error means to a client.",
})
export class ErrorCodeInfo {
  @Field(() => ErrorCodes, { description: "The code." })
  readonly code!: ErrorCodeName;

  @Field(() => String, { description: "What has happened." })
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
      "The type that it has among `userErrors`. Null for codes that only stand in `errors`.",
  })
  readonly userError!: string | null;
}

@Resolver()
export class ErrorCodesResolver {
  @OpenToAll()
  @Query(() => [ErrorCodeInfo], { description: "Every code that an error of this API can have." })
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
