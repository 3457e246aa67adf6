import { safeCell } from "../../shared/csv/safe-cell.js";

/** The text of an exported cell, by the type of its value. */
export const writtenText = (value: string | null | undefined): string =>
  value ? safeCell(value) : "";
export const writtenFlag = (value: boolean | undefined): string => (value ? "TRUE" : "FALSE");
export const asWritten = (value: string | null | undefined): string => value ?? "";
