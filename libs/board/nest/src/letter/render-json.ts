import type { Letter } from '@consilium/board-core';

/** The letter as it is, for machines. */
export const renderJson = (letter: Letter): string => `${JSON.stringify(letter, null, 2)}\n`;
