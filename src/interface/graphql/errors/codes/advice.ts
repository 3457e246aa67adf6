/** Advice that several error codes share: what a user interface should do about the error. */
export const ADVICE = {
  showGeneralError: "Show a general error: the client has a bug that users cannot fix.",
  showNextToField: "Show the message next to the field named by `path`.",
  reloadList: "Tell the user that it no longer exists, and reload the list.",
} as const;
