import type { Mutant } from "./locate.js";

export declare const MUTANTS: readonly (Mutant & {
  readonly name: string;
  /** The test file that must notice. */
  readonly tests: string;
  /** The title of the test that must fail. */
  readonly noticedBy: string;
})[];
