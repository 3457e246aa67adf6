export { plainText } from "../../../domain/catalog/plain-text.js";
