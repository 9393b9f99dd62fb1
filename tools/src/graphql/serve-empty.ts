/** The least that NestJS and Apollo do for a query: the floor of the measurement. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';

@Resolver()
class EmptyResolver {
  @Query(() => Boolean)
  empty(): boolean {
    return true;
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      sortSchema: true,
      playground: false,
      csrfPrevention: true,
    }),
  ],
  providers: [EmptyResolver],
})
class EmptyModule {}

const app = await NestFactory.create<NestExpressApplication>(EmptyModule, {
  bodyParser: false,
  logger: ['error'],
  forceCloseConnections: true,
});
app.use('/graphql', express.json({ limit: '1mb' }));
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.on('message', () => void app.close().then(() => process.exit(0)));
process.send?.({ url: `http://127.0.0.1:${String(port)}` });
