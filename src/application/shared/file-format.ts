/** A location in a file, as people count: the header is line 1. */
export interface FileLocation {
  readonly line: number;
  readonly column: string | null;
}

/** A defect of a file or a warning about it: the value, the reason and what to do. */
export interface ImportIssue extends FileLocation {
  readonly code: string;
  readonly value: string | null;
  readonly reason: string;
  readonly advice: string;
}

/** Properties of a file that the caller sets; the others are recognised. */
export interface FileFormatOptions {
  readonly encoding?: string | undefined;
  /** One character. */
  readonly delimiter?: string | undefined;
  readonly lineEnd?: LineEnd | undefined;
  readonly decimal?: "comma" | "point" | undefined;
  /** Whether `1290` means 1290.00 (major) or 12.90 (minor). */
  readonly priceUnit?: "minor" | "major" | undefined;
}

export type LineEnd = "LF" | "CRLF" | "CR";

/** The format of a file. */
export interface Dialect {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnds: LineEnd | "mixed";
  readonly decimal: "comma" | "point";
  readonly priceUnit: "minor" | "major";
  /** The properties that the caller has set. */
  readonly forced: readonly ("encoding" | "delimiter" | "lineEnd" | "decimal" | "priceUnit")[];
}
