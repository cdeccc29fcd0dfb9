import { Module, type DynamicModule } from '@nestjs/common';
import { FollowerLoop, type PlatformOptions } from '#platform';
import { base, HTTP, WORKER } from '../contexts.js';

/** API and workers in one process: what `npm start` and the scenarios run. */
@Module({})
export class AllInOneModule {
  static of(options: PlatformOptions): DynamicModule {
    return { module: AllInOneModule, imports: [...base(options), ...HTTP, ...WORKER], providers: [FollowerLoop] };
  }
}
