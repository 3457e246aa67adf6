/** Buyers wait at most this long for the scripts because of a picture; links and forms work without them. */
const MOST_WAIT_MS = 1_000;

/** Resolves when the picture that a page is looked at for is seen: the scripts would keep it from being painted. */
const isSeen = async (): Promise<void> => {
  const picture = document.querySelector<HTMLImageElement>('img[fetchpriority="high"]');
  // A picture that does not come is none to wait for.
  await picture?.decode().catch(() => undefined);
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
};

// A file of its own: to load and evaluate it takes longer than all other scripts together.
const loading = import("./hydrate");
await Promise.race([isSeen(), new Promise((passed) => setTimeout(passed, MOST_WAIT_MS))]);
const { hydrate } = await loading;
hydrate();
