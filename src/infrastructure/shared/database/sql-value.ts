export type SqlValue = string | number | boolean | null;

/** UTC with milliseconds, in the form that both databases store, compare and return as text. */
export const toSqlTime = (time: Date): string =>
  time.toISOString().replace("T", " ").replace("Z", "");

export const fromSqlTime = (stored: string | number | null | undefined): Date =>
  new Date(`${String(stored).replace(" ", "T")}Z`);

export const toSqlJson = (value: unknown): string => JSON.stringify(value);

export const fromSqlJson = <T>(stored: string | number | null | undefined): T =>
  JSON.parse(String(stored)) as T;
