import { warningsOf } from "../../../../../src/application/shared/warning.js";

export const NOTES_WARNINGS = {
  NOTE_WITHOUT_REMINDER: "Nobody is reminded of the note.",
} as const;

export const noteWarning = warningsOf(NOTES_WARNINGS);
