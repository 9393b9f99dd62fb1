import { Catch } from '@nestjs/common';
import type { GqlExceptionFilter } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

/** What we refuse on purpose is the asker's answer and no fault of ours: it is passed on and not logged as one. */
@Catch(GraphQLError)
export class RefusalsFilter implements GqlExceptionFilter<GraphQLError, GraphQLError> {
  catch(refusal: GraphQLError): GraphQLError {
    return refusal;
  }
}
