export { BoardModule } from './board.module.js';
export type { BoardOptions } from './board.options.js';
export { CreateBoard1763000005000 } from './migrations/1763000005000-create-board.js';
export { CreateCasework1764200000000 } from './migrations/1764200000000-create-casework.js';
export { CreateMeetings1764200001000 } from './migrations/1764200001000-create-meetings.js';
export { CreateReminders1764260001000 } from './migrations/1764260001000-create-reminders.js';
export { CreateDiscussion1764260002000 } from './migrations/1764260002000-create-discussion.js';
export { CreateLetters1764300000000 } from './migrations/1764300000000-create-letters.js';
export { KeepMatches1764260000000 } from './migrations/1764260000000-keep-matches.js';
