import { Args, Ctx, Field, Int, ObjectType, registerEnumType, Resolver, Root } from "type-graphql";
import {
  SOURCE_PROBLEMS,
  SOURCE_STATUSES,
  type SourceProblem,
  type SourceStatus,
} from "../../../application/catalog/media/media-ports.js";
import type { MediaView, Selected } from "../../../application/catalog/ports.js";
import type { FocalPoint } from "../../../domain/catalog/media.js";
import { connectionOf } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { enumOf } from "../enum-of.js";
import { FieldResolver } from "../field-resolver.js";
import { Node } from "../node.js";
import { imageAddress, ownPath, sizeOf, srcSet } from "./image-address.js";
import { FocalPointType, ImageArgs, SrcSetArgs } from "./image-inputs.js";

export type MediaSource = Selected<MediaView>;
type MediaStatus = SourceStatus | "EXTERNAL";

const MediaStatuses = enumOf(["EXTERNAL", ...SOURCE_STATUSES]);
registerEnumType(MediaStatuses, {
  name: "MediaStatus",
  description: "Where an image is served from.",
  valuesConfig: {
    EXTERNAL: { description: "From elsewhere, and nobody has begun to fetch it." },
    PENDING: { description: "From elsewhere as yet: it is about to be fetched, or tried again." },
    READY: { description: "From the shop's own storage." },
    FAILED: { description: "From elsewhere: it could not be fetched, and `problem` says why." },
  },
});

export const MediaProblems = enumOf(SOURCE_PROBLEMS);
registerEnumType(MediaProblems, {
  name: "MediaProblem",
  description: "Why an image could not be fetched.",
  valuesConfig: {
    ADDRESS_REFUSED: {
      description:
        "Its address is none that Plinth goes to: not https, another port, or inside a private network.",
    },
    UNREACHABLE: { description: "Its host does not exist or does not answer." },
    TOO_SLOW: { description: "It did not arrive in time." },
    NOT_FOUND: { description: "There is nothing at its address." },
    REFUSED_BY_SOURCE: { description: "The other side answered with an error." },
    REDIRECTED: {
      description: "Its address leads to another one, which is not followed: enter that one.",
    },
    UPLOAD_TOO_LARGE: { description: "The file is longer than this shop takes." },
    IMAGE_FORMAT_REFUSED: { description: "What is there is no JPEG, PNG, WebP, AVIF or GIF." },
    IMAGE_TOO_LARGE: { description: "It has more pixels than this shop takes." },
    IMAGE_UNREADABLE: { description: "It is cut off or damaged." },
    MEDIA_UNAVAILABLE: { description: "The shop's own storage did not answer; it is tried again." },
    INTERNAL_ERROR: { description: "Something broke on our side; it is tried again." },
  },
});

@ObjectType("Media", {
  implements: Node,
  simpleResolvers: true,
  description: "An image of a product or a collection.",
})
export class MediaType extends Node {
  @Field(() => String, {
    description:
      "The absolute address of the image, in the size and format that you ask for. An image that is shown from elsewhere keeps its own address, whatever is asked.",
  })
  readonly url!: string;

  @Field(() => String, {
    description: "What the image shows, for those who cannot see it. May be empty.",
  })
  readonly alt!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "How wide the image is as it is stored, in pixels. Null where nobody knows: it is shown from elsewhere.",
  })
  readonly width!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How high the image is as it is stored, in pixels. Null where nobody knows.",
  })
  readonly height!: number | null;

  @Field(() => FocalPointType, {
    nullable: true,
    description:
      "What stays in sight when the image is cropped; for `object-position` too. Null: the middle.",
  })
  readonly focalPoint!: FocalPoint | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The image in several widths, for the attribute `srcset`. Null for an image that is shown from elsewhere.",
  })
  readonly srcSet!: string | null;

  @Field(() => MediaStatuses, {
    description: "Where the image is served from, and how far its fetching has come.",
  })
  readonly status!: MediaStatus;

  @Field(() => MediaProblems, {
    nullable: true,
    description:
      "Why the last attempt to fetch it failed. Null when there was none, or it is there.",
  })
  readonly problem!: SourceProblem | null;
}

export const { Connection: MediaConnection } = connectionOf("Media", "images", () => MediaType);

@Resolver(() => MediaType)
export class MediaResolver {
  @FieldResolver()
  url(
    @Root() image: MediaSource,
    @Args(() => ImageArgs) wanted: ImageArgs,
    @Ctx() { publicUrl }: GraphqlContext,
  ): string {
    return imageAddress(image, wanted, publicUrl);
  }

  @FieldResolver()
  width(@Root() image: MediaSource): number | null {
    return sizeOf(image)?.width ?? null;
  }

  @FieldResolver()
  height(@Root() image: MediaSource): number | null {
    return sizeOf(image)?.height ?? null;
  }

  @FieldResolver()
  srcSet(
    @Root() image: MediaSource,
    @Args(() => SrcSetArgs) { widths, format }: SrcSetArgs,
    @Ctx() { publicUrl }: GraphqlContext,
  ): string | null {
    return srcSet(image, widths ?? null, format, publicUrl);
  }

  @FieldResolver()
  status(@Root() image: MediaSource): MediaStatus {
    return ownPath(image) === null ? (image.source?.status ?? "EXTERNAL") : "READY";
  }

  @FieldResolver()
  problem(@Root() { source }: MediaSource): SourceProblem | null {
    return source?.problem ?? null;
  }
}
