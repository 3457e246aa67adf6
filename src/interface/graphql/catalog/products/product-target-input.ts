import { targetInput } from "../../mutation/target-input.js";

/** What every mutation of one product has first. */
export const ProductTargetInput = targetInput("The product.");
