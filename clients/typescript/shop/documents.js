import { withFragmentsOf } from "../lib/fragments.js";
import * as fragments from "./fragments.js";

export const withFragments = withFragmentsOf(fragments);
