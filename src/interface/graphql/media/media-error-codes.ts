import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about images and their files. */
export const MEDIA_ERROR_CODES = {
  UPLOAD_TOO_LARGE: {
    meaning: "The uploaded file is larger than the limit.",
    retryable: false,
    advice: "Ask the user for a smaller file.",
    status: 413,
  },
  IMAGE_FORMAT_REFUSED: {
    meaning:
      "The uploaded file is not a JPEG, PNG, WebP, AVIF or GIF image. The content decides, not the name.",
    retryable: false,
    advice: "Ask the user for an image in one of these formats.",
    status: 415,
  },
  IMAGE_TOO_LARGE: {
    meaning: "The image has more pixels than the limit, all frames counted, or too many frames.",
    retryable: false,
    advice: "Ask the user for a smaller image.",
    status: 422,
  },
  IMAGE_UNREADABLE: {
    meaning: "The image is truncated or damaged.",
    retryable: false,
    advice: "Ask the user to upload the complete file.",
    status: 422,
  },
  INVALID_TRANSFORM: {
    meaning: "The image URL has parameters that are unknown or no sizes, formats or focal points.",
    retryable: false,
    advice: "Use the URLs of `Media.url` and `Media.srcSet`.",
    status: 400,
  },
  MEDIA_BUSY: {
    meaning: "Too many images are being processed. Try again shortly.",
    retryable: true,
    advice: "Wait for the seconds in `Retry-After`, then try again.",
    status: 503,
  },
  MEDIA_UNAVAILABLE: {
    meaning: "The image storage does not answer. Everything else works.",
    retryable: true,
    advice: "Show the page without the image, and try again later.",
    status: 503,
  },
  FILE_NOT_FOUND: {
    meaning:
      "The uploaded file does not exist, or it was removed because nothing used it for a week.",
    retryable: false,
    advice: "Ask the user to upload the image again.",
    userError: "NotFoundError",
  },
} as const satisfies Record<string, ErrorCode>;
