import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { tooCostly } from './too-costly.js';

/** The parser stops at its limit and says so as a fault of syntax: what it means is told. */
export const tellTokens = (fault: GraphQLError, allowed: number): GraphQLError =>
  isTokenLimit(fault.message) ? overLimit(allowed) : fault;

/** The same for an error that is already formatted. */
export const tellTokensFormatted = (
  formatted: GraphQLFormattedError,
  allowed: number,
): GraphQLFormattedError => (isTokenLimit(formatted.message) ? overLimit(allowed).toJSON() : formatted);

const isTokenLimit = (message: string): boolean =>
  /^Syntax Error: Document contains more tha[tn] \d+ tokens/.test(message);

const overLimit = (allowed: number): GraphQLError =>
  tooCostly('tokens', `more than ${allowed.toLocaleString('en')}`, allowed);
