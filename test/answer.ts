/** The data of an answer, whose shape is the query's. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shape of an answer is the query's
export type Answer = any;
