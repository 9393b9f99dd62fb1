import type { Problem } from '@consilium/kernel';

export const noSuchMeeting: Problem = {
  code: 'BOARD.NO_SUCH_MEETING',
  place: '/meeting',
  message: 'is no meeting you may see.',
  remedy: 'Look at the list of meetings.',
};

export const noSuchBoard: Problem = {
  code: 'BOARD.NO_SUCH_BOARD',
  place: '/board',
  message: 'is no board of this hospital.',
  remedy: 'Save the board first.',
};
