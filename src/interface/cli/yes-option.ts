import { Option } from "commander";

/** `--yes` of the commands that cannot be undone. */
export const yesOption = (): Option =>
  new Option("--yes", "confirm: it cannot be undone").makeOptionMandatory();
