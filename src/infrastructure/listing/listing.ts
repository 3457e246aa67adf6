// What other contexts may use of the read models of product lists.
export { answerColumns, toAvailableFlags, UNPRICED } from "./answer-columns.js";
