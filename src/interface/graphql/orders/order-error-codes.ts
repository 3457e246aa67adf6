import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about orders. */
export const ORDER_ERROR_CODES = {
  ORDER_NOT_FOUND: {
    meaning: "The order does not exist, or the viewer may not see it.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  ORDER_NOT_CANCELLABLE: {
    meaning: "The order cannot be cancelled any more; `reason` says why.",
    retryable: false,
    advice: "Show the message, and reload the order: its `allowedActions` say what is possible.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
