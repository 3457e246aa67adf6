import { authorise, type Policy, type Viewer } from "./viewer.js";

/** An operation of the application. Its policy is checked before anything else happens. */
interface UseCase<Command, Result> {
  (command: Command, viewer: Viewer): Promise<Result>;
  readonly policy: Policy;
}

/** Makes an operation. It always has a policy, and it is always called with a viewer. */
export const useCase = <Needs, Command, Result>(
  policy: Policy,
  build: (needs: Needs) => (command: Command, viewer: Viewer) => Promise<Result>,
) => {
  const factory = (needs: Needs): UseCase<Command, Result> => {
    const call = build(needs);
    const guarded = async (command: Command, viewer: Viewer): Promise<Result> => {
      authorise(policy, viewer);
      return call(command, viewer);
    };
    return Object.assign(guarded, { policy });
  };
  return Object.assign(factory, { policy });
};
