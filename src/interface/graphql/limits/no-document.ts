/** Takes the place of a document that was not sent or must not be parsed: Apollo needs one. */
export const NO_DOCUMENT = "{ __typename } # There is no document.";
