import { isSecret } from "./secret.js";

/**
 * The same text for the same command, whatever the order of its fields. Secrets are no part of it,
 * and neither is `dryRun`.
 */
export const commandText = (input: object): string =>
  JSON.stringify(
    input,
    normalised((holder, field) => !isSecret(holder, field)),
  );

/** With the secrets, as versions before hashed it. */
export const wholeCommandText = (input: object): string =>
  JSON.stringify(
    input,
    normalised(() => true),
  );

const normalised =
  (isShown: (holder: object, field: string) => boolean) =>
  (key: string, value: unknown): unknown =>
    key === "dryRun"
      ? undefined
      : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([field]) => isShown(value, field))
              .toSorted(([a], [b]) => (a < b ? -1 : 1)),
          )
        : value;
