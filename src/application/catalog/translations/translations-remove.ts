import type { Target } from "../../shared/lock-target.js";

export interface TranslationsRemove extends Target {
  /** BCP 47 tags. */
  readonly locales: readonly string[];
}
