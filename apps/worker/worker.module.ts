import { Module, type DynamicModule } from '@nestjs/common';
import { FollowerLoop, type PlatformOptions } from '#platform';
import { base, WORKER } from '../contexts.js';

@Module({})
export class WorkerModule {
  static of(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [...base(options), ...WORKER], providers: [FollowerLoop] };
  }
}
