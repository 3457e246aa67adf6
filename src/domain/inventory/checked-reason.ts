import { withPath } from "../shared/domain-error.js";
import { text } from "../shared/text.js";

/** Why staff changes stock, in its stored form; null when nothing is said. @throws InvalidText */
export const checkedReason = (raw: string | null | undefined): string | null =>
  withPath(
    () => ["reason"],
    () => text(raw ?? "", { what: "A reason", max: 255 }) || null,
  );
