import { useState } from "react";
import type { PlinthImageFragment } from "../gql/graphql";
import { useTexts } from "../texts/texts";
import { FirstView } from "./first-view";
import { Picture } from "./picture";

interface GalleryProps {
  readonly pictures: readonly PlinthImageFragment[];
  /** The picture of the chosen variant. */
  readonly first: PlinthImageFragment | null | undefined;
}

/** The picture of the chosen variant, and the others to choose from. */
export const Gallery = ({ pictures, first }: GalleryProps) => {
  const texts = useTexts();
  const [picked, setPicked] = useState<{ readonly of: string | undefined; readonly id: string }>();
  // Another variant shows its own picture again.
  const isPicked = picked !== undefined && picked.of === first?.id;
  const shown = (isPicked && pictures.find(({ id }) => id === picked.id)) || first || pictures[0];
  return (
    <FirstView className="gallery">
      <Picture
        key={shown?.id}
        picture={shown}
        sizes="(min-width: 900px) 600px, 100vw"
        isFirst
        className="large"
      />
      {pictures.length > 1 && (
        <ul className="thumbs" aria-label={texts.pictures}>
          {pictures.map((picture) => (
            <li key={picture.id}>
              <button
                type="button"
                aria-pressed={picture.id === shown?.id}
                onClick={() => setPicked({ of: first?.id, id: picture.id })}
              >
                <Picture picture={picture} sizes="80px" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </FirstView>
  );
};
