import { DomainError } from "../shared/domain-error.js";

/** A search names a custom field in a way in which it cannot be used. */
export class FieldNotSearchable extends DomainError {
  readonly code = "METAFIELD_NOT_SEARCHABLE";
}
