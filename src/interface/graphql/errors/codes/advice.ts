/** What a user interface should do about an error, where several codes share it. */
export const ADVICE = {
  fixTheProgram: "Show a general error: the client has a bug that users cannot fix.",
  besideTheField: "Show the message next to the field named by `path`.",
  lookAgain: "Tell the user that it no longer exists, and reload the list.",
} as const;
