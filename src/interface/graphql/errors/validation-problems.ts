import type { ValidationError } from "class-validator";

/** The problems that class-validator found, with those of nested inputs, each with its path. */
export const validationProblems = (
  errors: readonly ValidationError[],
  parent: readonly string[] = [],
): readonly ValidationProblem[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = [...parent, property];
    return [
      ...Object.values(constraints).map((message) => ({ path, message })),
      ...validationProblems(children, path),
    ];
  });

/** What is wrong with one value of an input. */
export interface ValidationProblem {
  readonly path: readonly string[];
  readonly message: string;
}
