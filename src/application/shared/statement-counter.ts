/** Counts the statements that work sends to the database, for the answers of development. */
export interface StatementCounter {
  /** @returns the result of the work, and how many statements it took */
  counting<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly statements: number }>;
}
