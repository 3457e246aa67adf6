import type { PlinthImageFragment } from "../gql/graphql";

interface PictureProps {
  readonly picture: PlinthImageFragment | null | undefined;
  /** How wide it is shown, for the attribute `sizes`. */
  readonly sizes: string;
  /** Width divided by height of its box, so that nothing moves when it comes. */
  readonly shape?: number;
  /** Of the picture that a page is looked at for: it is loaded before all others. */
  readonly isFirst?: boolean;
  readonly alt?: string;
  readonly className?: string;
}

const BOX = 800;

/** A picture in the size that the screen needs. An empty box where there is none. */
export const Picture = ({
  picture,
  sizes,
  shape = 1,
  isFirst = false,
  alt,
  className = "",
}: PictureProps) =>
  picture == null ? (
    <span className={`picture empty ${className}`} style={{ aspectRatio: shape }} />
  ) : (
    <img
      className={`picture ${className}`}
      src={picture.url}
      srcSet={picture.srcSet ?? undefined}
      sizes={picture.srcSet == null ? undefined : sizes}
      alt={alt ?? picture.alt}
      width={BOX}
      height={Math.round(BOX / shape)}
      style={{ aspectRatio: shape }}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding={isFirst ? "sync" : "async"}
    />
  );
