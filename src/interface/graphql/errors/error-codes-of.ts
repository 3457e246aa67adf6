import { checkUnique } from "../../../application/shared/check-unique.js";
import type { ErrorCodes } from "./codes/error-code.js";
import { MUTATION_ERROR_CODES } from "./codes/mutation-error-codes.js";
import { REQUEST_ERROR_CODES } from "./codes/request-error-codes.js";

/** The codes of errors that do not belong to a context. */
export const SHARED_ERROR_CODES = {
  ...REQUEST_ERROR_CODES,
  ...MUTATION_ERROR_CODES,
} as const satisfies ErrorCodes;

export type SharedErrorCode = keyof typeof SHARED_ERROR_CODES;

interface DeclaresErrorCodes {
  readonly context: { readonly name: string };
  readonly errorCodes?: ErrorCodes;
}

/** All error codes of the contexts. @throws Error when two contexts declare the same code */
export const errorCodesOf = (contexts: readonly DeclaresErrorCodes[]): ErrorCodes => {
  checkUnique("error code", [
    ["shared", Object.keys(SHARED_ERROR_CODES)],
    ...contexts.map(
      ({ context, errorCodes = {} }) => [context.name, Object.keys(errorCodes)] as const,
    ),
  ]);
  // Without a prototype: a code from outside is looked up as it is.
  return Object.assign(
    Object.create(null),
    SHARED_ERROR_CODES,
    ...contexts.map(({ errorCodes }) => errorCodes),
  );
};
