import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Selected } from "../../../application/catalog/ports/audience.js";
import type { MediaView } from "../../../application/catalog/ports/product-view.js";
import {
  SOURCE_PROBLEMS,
  SOURCE_STATUSES,
  type SourceProblem,
  type SourceStatus,
} from "../../../application/media/ports/media-sources.js";
import type { FocalPoint } from "../../../domain/catalog/images/media.js";
import { connectionOf } from "../paging/connection-of.js";
import { enumOf } from "../schema/enum-of.js";
import { Cost } from "../schema/cost.js";
import { Node } from "../schema/node.js";
import { StaffOnly } from "../schema/staff-only.js";
import { FocalPointType } from "./focal-point-type.js";

@ObjectType("Media", {
  implements: Node,
  simpleResolvers: true,
  description: "An image of a product or a collection.",
})
export class MediaType extends Node {
  @Field(() => String, {
    description:
      "Absolute URL of the image in the requested size and format. An image that is not stored by Plinth keeps its own URL.",
  })
  readonly url!: string;

  @Field(() => String, {
    description: "Text for people who cannot see the image. May be empty.",
  })
  readonly alt!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Width of the stored image in pixels. Null when unknown: the image is not stored by Plinth.",
  })
  readonly width!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Height of the stored image in pixels. Null when unknown.",
  })
  readonly height!: number | null;

  @Field(() => FocalPointType, {
    nullable: true,
    description:
      "The point that stays visible when the image is cropped; also usable for `object-position`. Null: the centre.",
  })
  readonly focalPoint!: FocalPoint | null;

  @Cost({ own: 3 })
  @Field(() => String, {
    nullable: true,
    description:
      "Several widths of the image for the attribute `srcset`. Null for an image that is not stored by Plinth.",
  })
  readonly srcSet!: string | null;

  @StaffOnly()
  @Field(() => MediaStatuses, {
    description: "Where the image is served from, and the state of fetching it.",
  })
  readonly status!: MediaStatus;

  @StaffOnly()
  @Field(() => MediaProblems, {
    nullable: true,
    description:
      "Why the last attempt to fetch the image failed. Null when there was none, and when the image is stored.",
  })
  readonly problem!: SourceProblem | null;
}

export type MediaSource = Selected<MediaView>;
export type MediaStatus = SourceStatus | "EXTERNAL";

const MediaStatuses = enumOf(["EXTERNAL", ...SOURCE_STATUSES]);
registerEnumType(MediaStatuses, {
  name: "MediaStatus",
  description: "Where an image is served from.",
  valuesConfig: {
    EXTERNAL: { description: "From its own URL; fetching has not started." },
    PENDING: { description: "From its own URL for now; fetching is due, or will be tried again." },
    READY: { description: "From the shop's own storage." },
    FAILED: { description: "From its own URL; fetching failed, see `problem`." },
  },
});

export const MediaProblems = enumOf(SOURCE_PROBLEMS);
registerEnumType(MediaProblems, {
  name: "MediaProblem",
  description: "Why an image could not be fetched.",
  valuesConfig: {
    ADDRESS_REFUSED: {
      description: "The URL is not allowed: not https, another port, or a private network.",
    },
    UNREACHABLE: { description: "The host does not exist or does not answer." },
    TOO_SLOW: { description: "The file did not arrive in time." },
    NOT_FOUND: { description: "There is no file at the URL." },
    REFUSED_BY_SOURCE: { description: "The other server answered with an error." },
    REDIRECTED: {
      description: "The URL redirects. Redirects are not followed: enter the target URL.",
    },
    UPLOAD_TOO_LARGE: { description: "The file is larger than the limit." },
    IMAGE_FORMAT_REFUSED: { description: "The file is not a JPEG, PNG, WebP, AVIF or GIF image." },
    IMAGE_TOO_LARGE: {
      description: "The image has more pixels than the limit, or too many frames.",
    },
    IMAGE_UNREADABLE: { description: "The image is truncated or damaged." },
    MEDIA_UNAVAILABLE: { description: "The image storage did not answer. It is tried again." },
    INTERNAL_ERROR: { description: "An unexpected error on the server. It is tried again." },
  },
});

export const { Connection: MediaConnection } = connectionOf("Media", "images", () => MediaType);
