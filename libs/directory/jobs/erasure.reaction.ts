import { Injectable } from '@nestjs/common';
import { Follows, Vault, type Follower } from '#platform';
import type { PatientErased } from '../domain/patient.js';

/** 消去のあと: the key is destroyed in the transaction in which it is noted that this was heard. */
@Follows('directory.erasure')
@Injectable()
export class Erasure implements Follower<PatientErased> {
  constructor(private readonly vault: Vault) {}

  readonly on: Follower<PatientErased>['on'] = {
    PatientErased: ({ prefecture, aggregate }, tx) => this.vault.erase(prefecture, aggregate.id, tx),
  };
}
