import { Children, isValidElement, type ReactElement, type ReactNode } from "react";
import { Scripts } from "react-router";

interface Parts {
  readonly children: ReactNode;
}

const isLink = (part: ReactNode): boolean => isValidElement(part) && part.type === "link";

/**
 * The scripts of a page without the links with which React Router loads them before all else: on a slow phone these
 * keep the first picture waiting for 0.2 s. A page that is shown needs scripts last: its links and forms work without.
 */
export const LateScripts = ({ nonce }: { readonly nonce: string | undefined }) => {
  const scripts = Scripts({ nonce }) as ReactElement<Parts> | null;
  return Children.toArray(scripts?.props.children).filter((part) => !isLink(part));
};
