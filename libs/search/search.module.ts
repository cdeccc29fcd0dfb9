import { Module } from '@nestjs/common';
import { CaseFilters } from './http/case-filters.js';
import { PersonsController } from './http/persons.controller.js';
import { SearchController } from './http/search.controller.js';
import { CaseRows } from './views/case-rows.js';
import { CaseLists } from './views/cases.query.js';
import { Persons } from './views/persons.query.js';
import { SearchIndex } from './views/search-index.projection.js';
import { Search } from './views/search.query.js';
import { Sights } from './views/sight.js';

/** What the api app runs. */
@Module({
  providers: [CaseFilters, Sights, CaseRows, CaseLists, Search, Persons],
  controllers: [SearchController, PersonsController],
})
export class SearchHttpModule {}

/** What the worker app runs. */
@Module({ providers: [SearchIndex] })
export class SearchWorkerModule {}
