import type { OutsideWork } from "../../../../src/application/shared/outside-work.js";
import type { NoteReads } from "./ports/notes.js";
import type { NoticeBoard } from "./ports/notice-board.js";

interface Needs {
  readonly noteReads: NoteReads;
  readonly noticeBoard: NoticeBoard;
}

/** No row is claimed: pinning a note twice is as good as once. */
export const pinNotes = ({ noteReads, noticeBoard }: Needs): OutsideWork => ({
  kind: "notes.pin",
  everyMs: 100,
  run: async (_now, signal) => {
    for (const { title } of await noteReads.all()) await noticeBoard.pin(title, signal);
    return "done";
  },
});
