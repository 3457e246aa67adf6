import { DomainError } from "../shared/domain-error.js";

export class FileNotFound extends DomainError {
  readonly code = "FILE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["file"],
  ) {
    super(
      `There is no uploaded file ${missing}. Files that nothing uses are removed after a while: upload the picture again.`,
      path,
    );
  }
}

export class UploadTooLarge extends DomainError {
  readonly code = "UPLOAD_TOO_LARGE";

  /** @param limit in bytes */
  constructor(readonly limit: number) {
    super(`The picture is too large: at most ${Math.floor(limit / 1_048_576)} MiB are allowed.`);
  }
}

export class ImageFormatRefused extends DomainError {
  readonly code = "IMAGE_FORMAT_REFUSED";

  constructor() {
    super(
      "The file is not a JPEG, PNG, WebP, AVIF or GIF picture. Its content decides, not its name.",
    );
  }
}

export class ImageTooLarge extends DomainError {
  readonly code = "IMAGE_TOO_LARGE";

  constructor(
    readonly pixels: number,
    readonly limit: number,
  ) {
    super(
      `The picture is too large: it has ${pixels} pixels in all frames. At most ${limit} are allowed, ${MAX_SIDE} pixels on each side, and ${MAX_FRAMES} frames.`,
    );
  }
}

/** Of an animation: more than a minute at 30 frames a second. */
export const MAX_FRAMES = 2_000;

/** The longest side that WebP allows, in pixels. */
export const MAX_SIDE = 16_383;

export class ImageUnreadable extends DomainError {
  readonly code = "IMAGE_UNREADABLE";

  constructor() {
    super("The picture is incomplete or damaged.");
  }
}

export class InvalidTransform extends DomainError {
  readonly code = "INVALID_TRANSFORM";
}

export class InvalidMedia extends DomainError {
  readonly code = "INVALID_MEDIA";
}
