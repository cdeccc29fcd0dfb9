import { Inject, type Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Event } from '#kernel';
import { Deciders } from './deciders.js';
import { Cases, type Aggregate, type Answer, type Ask } from './cases.js';

/** A command of one aggregate on its way to it: what the CommandBus carries. */
export abstract class Asked<C> extends Command<Answer> {
  constructor(readonly ask: Ask<C>) {
    super();
  }
}

/** The one handler an aggregate needs: what differs from command to command stands in its decider. */
export function handles<State, C, E extends Event, Found>(
  asked: Type<Asked<C>>,
  aggregate: Type<Aggregate<State, C, E, Found>>,
): Type<ICommandHandler<Asked<C>>> {
  @CommandHandler(asked)
  class AskHandler implements ICommandHandler<Asked<C>> {
    constructor(
      @Inject(Cases) private readonly cases: Cases,
      @Inject(aggregate) private readonly of: Aggregate<State, C, E, Found>,
      @Inject(Deciders) deciders: Deciders,
    ) {
      deciders.add(of.decider);
    }

    execute({ ask }: Asked<C>): Promise<Answer> {
      return this.cases.execute(this.of, ask);
    }
  }
  Object.defineProperty(AskHandler, 'name', { value: `${asked.name}Handler` });
  return AskHandler;
}
