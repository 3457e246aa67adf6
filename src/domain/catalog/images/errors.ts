import { DomainError } from "../../shared/domain-error.js";

export class MediaNotFound extends DomainError {
  readonly code = "MEDIA_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`The product has no image ${missing}.`, path);
  }
}
