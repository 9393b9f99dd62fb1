/** Ends a command with a message for the person who typed it, without a stack. */
export class CommandFault extends Error {}
