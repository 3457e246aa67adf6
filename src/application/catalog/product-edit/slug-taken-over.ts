import type { Warning } from "../../shared/warning.js";
import { catalogWarning } from "../ports/warnings.js";

/**
 * The warning that a new slug was the old one of something else.
 * @param former the id of the product or collection that requests for the slug went to before
 */
export const slugTakenOver = (
  former: string | undefined,
  path: readonly string[],
): readonly Warning[] =>
  former === undefined
    ? []
    : [
        catalogWarning(
          "OLD_SLUG_TAKEN_OVER",
          `Requests for this slug were redirected to ${former} before. They are not any more.`,
          path,
        ),
      ];
