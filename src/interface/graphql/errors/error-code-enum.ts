import { registerEnumType } from "type-graphql";
import { enumOf } from "../schema/enum-of.js";
import { ERROR_CODES, type ErrorCodeName } from "./error-codes.js";

export const ErrorCodeEnum = enumOf(Object.keys(ERROR_CODES) as ErrorCodeName[]);
registerEnumType(ErrorCodeEnum, {
  name: "ErrorCode",
  description:
    "Why a request failed or was refused. The query `errorCodes` explains each code and what to do.",
  valuesConfig: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, { meaning }]) => [code, { description: meaning }]),
  ),
});
