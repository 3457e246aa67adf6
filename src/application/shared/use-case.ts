import { authorise, type Policy, type Viewer } from "./viewer.js";

/** An operation of the application: who may call it is looked at before anything else happens. */
export interface UseCase<Command, Result> {
  (command: Command, viewer: Viewer): Promise<Result>;
  readonly policy: Policy;
}

/** There is no way to make a use case without a policy, and no way to call one without a viewer. */
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
