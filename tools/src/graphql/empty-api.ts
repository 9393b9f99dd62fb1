import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import type { AddressInfo } from 'node:net';

@Resolver()
class EmptyResolver {
  @Query(() => String)
  nothing(): string {
    return 'nothing';
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      introspection: false,
      playground: false,
    }),
  ],
  providers: [EmptyResolver],
})
class EmptyModule {}

/** The least a query through NestJS and Apollo costs: no token, no database, one constant. */
export async function startEmptyApi(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const app = await NestFactory.create(EmptyModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  return { url: `http://127.0.0.1:${String(port)}/graphql`, stop: () => app.close() };
}
