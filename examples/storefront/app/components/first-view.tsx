import type { ReactNode } from "react";

const ID = "first-view";

interface FirstViewProps {
  readonly className: string;
  readonly children: ReactNode;
}

/** What is seen of a page at first. It is painted whole: each part painted before costs a slow phone a layout more. */
export const FirstView = ({ className, children }: FirstViewProps) => (
  <div id={ID} className={className}>
    <link rel="expect" href={`#${ID}`} blocking="render" />
    {children}
  </div>
);
