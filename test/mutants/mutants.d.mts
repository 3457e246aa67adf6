import type { LimitName } from "../../src/application/shared/limits.js";
import type { Mutant } from "./locate.js";

export declare const MUTANTS: readonly (Mutant & {
  readonly name: string;
  /** The limit that it takes away, as it is named in the log. */
  readonly limit?: LimitName;
  /** The test file that must notice. */
  readonly tests: string;
  /** The title of the test that must fail. */
  readonly noticedBy: string;
})[];
