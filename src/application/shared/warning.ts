declare const declared: unique symbol;

/** A code that a context declares, with what it means. */
export type WarningCode = string & { readonly [declared]: true };

/** A warning about a change that was carried out. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** The path in the command that it is about. */
  readonly path: readonly string[];
}

/** What each code means, by the code. */
export type WarningMeanings = Readonly<Record<string, string>>;

/** Makes the warnings of a context, with the codes that it declares. */
export const warningsOf =
  <Meanings extends WarningMeanings>(_: Meanings) =>
  (code: keyof Meanings & string, message: string, path: readonly string[] = []): Warning => ({
    code: code as WarningCode,
    message,
    path,
  });

/** The warnings that every context may give. */
export const SHARED_WARNINGS = { NOTHING_CHANGED: "Nothing changed." } as const;

export const isNothingChanged = ({ code }: Warning): boolean => code === "NOTHING_CHANGED";

/** The warning after a change that asks for what is stored already. */
export const nothingChanged = (
  path: readonly string[] = [],
  message: string = SHARED_WARNINGS.NOTHING_CHANGED,
): Warning => warningsOf(SHARED_WARNINGS)("NOTHING_CHANGED", message, path);
