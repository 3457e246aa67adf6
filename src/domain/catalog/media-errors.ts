import { DomainError } from "../shared/domain-error.js";

export class FileNotFound extends DomainError {
  readonly code = "FILE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["file"],
  ) {
    super(
      `There is no uploaded file ${missing}, or it was removed because nothing used it: upload the picture again.`,
      path,
    );
  }
}

export class UploadTooLarge extends DomainError {
  readonly code = "UPLOAD_TOO_LARGE";

  /** @param limit in bytes */
  constructor(readonly limit: number) {
    super(`A picture may be at most ${Math.floor(limit / 1_048_576)} MiB long.`);
  }
}

export class ImageFormatRefused extends DomainError {
  readonly code = "IMAGE_FORMAT_REFUSED";

  constructor() {
    super(
      "This is no picture in one of the formats JPEG, PNG, WebP, AVIF or GIF. What it is called does not matter, only what it holds.",
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
      `The picture has ${pixels} pixels of the ${limit} that it may have at most, all frames counted, or a side is longer than ${LONGEST_SIDE} pixels.`,
    );
  }
}

/** WebP knows no longer side, in pixels. */
export const LONGEST_SIDE = 16_383;

export class ImageUnreadable extends DomainError {
  readonly code = "IMAGE_UNREADABLE";

  constructor() {
    super("The picture is cut off or damaged.");
  }
}

export class InvalidTransform extends DomainError {
  readonly code = "INVALID_TRANSFORM";
}
